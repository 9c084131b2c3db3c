// Writes of plain properties and texts evaluated before take short ways.
const o: any = { a: 1, get g() { return 2 }, "5": 1 }; 
console.log(Reflect.set(o, "a", 3), o.a, Reflect.set(o, "g", 3), Reflect.set(o, "5", 9), o[5], Reflect.set(o, "new", 1), o.new, Reflect.get(o, "a"), Reflect.get(o, "g", 5), Reflect.get(o, "a", o));
console.log(Reflect.set(Object.freeze({ a: 1 }), "a", 2), Reflect.set(globalThis, "zz", 5), (globalThis as any).zz, Reflect.set(globalThis, "zz", 6), (globalThis as any).zz);
const d: any = Object.create(null); for (let i = 0; i < 200; i++) d["k" + i] = i; console.log(Reflect.set(d, "k5", "x"), d.k5); delete d.k5; console.log(Reflect.set(d, "k5", "y"), d.k5);
const r: any = { a: 0 }; console.log(Reflect.set({ a: 1 }, "a", 7, r), r.a, Reflect.set({ a: 1 }, "b", 7, r), r.b);
for (let i = 0; i < 3; i++) { let x = i; console.log(eval("x++ + i"), x, eval("(() => x)")()) }
const f = (s: string) => eval(s); console.log(f("s"), f("s + 1"), f("s"));
console.log((0, eval)("1+1"), (0, eval)("1+1"), (0, eval)("this === globalThis"));
const t = (s: any) => s; console.log(eval("t`a`") === eval("t`a`"));
function g(n: number) { return eval("arguments.length + n + (new.target === undefined ? 10 : 0)") } console.log(g(1), new (g as any)(2));
class A { #p = 4; r() { return eval("this.#p") } } console.log(new A().r(), new A().r());
// expect: true 3 false true 9 true 1 3 2 3
// expect: false true 5 true 6
// expect: true x
// expect: true y
// expect: true 7 true 7
// expect: 0 1 1
// expect: 2 2 2
// expect: 4 3 3
// expect: s s + 11 s
// expect: 2 2 true
// expect: false
// expect: 12 g {}
// expect: 4 4
