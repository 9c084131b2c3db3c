const base = { hello: "base" };
const a: any = { __proto__: base };
const b: any = { "__proto__": base };
const c: any = { ["__proto__"]: base };
const __proto__ = base;
const d: any = { __proto__ };
const e: any = { __proto__() { return 1; } };
const f: any = { __proto__: 5 };
const g: any = { __proto__: null };
console.log(a.hello, b.hello, c.hello, d.hello, e.hello, f.hello, "toString" in g); // expect: base base undefined undefined undefined undefined false
console.log([a, b, c, d, e, f].map((o) => Object.hasOwn(o, "__proto__")).join()); // expect: false,false,true,true,true,false
