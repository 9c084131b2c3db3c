const base = { get who() { return (this as any).name; }, set who(v: any) { (this as any).stored = v; }, name: "base" };
const derived: any = Object.create(base);
derived.name = "derived";
derived.who = "x";
console.log(derived.who, base.who, Object.keys(derived), Object.hasOwn(base, "stored")); // expect: derived base [ 'name', 'stored' ] false
const getter = Object.getOwnPropertyDescriptor(base, "who")!.get!;
console.log(getter.call({ name: "other" })); // expect: other
