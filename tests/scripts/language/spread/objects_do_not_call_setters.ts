const o = { set a(v: number) { console.log("never"); }, ...{ a: 1 } };
console.log(Object.getOwnPropertyDescriptor(o, "a")); // expect: { value: 1, writable: true, enumerable: true, configurable: true }
const p = { ...{ a: 1 }, get a() { return 2; } };
console.log(p.a, Object.keys(p)); // expect: 2 [ 'a' ]
