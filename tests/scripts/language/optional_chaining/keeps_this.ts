const o: any = { n: 5, get() { return this?.n; }, deep: { n: 6, get() { return this.n; } } };
console.log(o?.get(), o.get?.(), o?.["get"](), o.deep?.get?.(), (o?.get)(), (o?.deep).get()); // expect: 5 5 5 6 5 6
const f = o?.get;
console.log(f()); // expect: undefined
