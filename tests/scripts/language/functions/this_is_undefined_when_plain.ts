function f(this: any) {
  return this;
}
const o = { f, g() { return f(); } };
console.log((f as any)(), o.f() === o, (0, o.f as any)(), o.g(), (o.f)() === o); // expect: undefined true undefined undefined true
const { f: taken } = o as any;
console.log(taken(), [function (this: any) { return this; }][0]!().length); // expect: undefined 1
console.log(this, (() => this)()); // expect: undefined undefined
