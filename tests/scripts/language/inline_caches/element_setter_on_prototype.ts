let seen: any[] = [];
Object.defineProperty(Array.prototype, 2, { set(v) { seen.push(v); }, configurable: true });
const a: any = [1, 2];
a[2] = "intercepted";
console.log(a.length, seen, a); // expect: 2 [ 'intercepted' ] [ 1, 2 ]
delete (Array.prototype as any)[2];
a[2] = "own";
console.log(a.length, a); // expect: 3 [ 1, 2, 'own' ]
