const set = (o: any, v: any) => { o.p = v; };
const a: any = {}, b: any = { q: 1 }, c: any = { p: 0 };
for (const o of [a, b, c, a, b, c]) set(o, Object.keys(o).length);
console.log(a, b, c); // expect: { p: 1 } { q: 1, p: 2 } { p: 1 }
let calls = 0;
Object.defineProperty(Object.prototype, "p", { set() { calls++; }, configurable: true });
const d: any = {};
set(d, 1);
set(a, "own");
delete (Object.prototype as any).p;
set(d, 2);
console.log(calls, d, a); // expect: 1 { p: 2 } { p: 'own' }
