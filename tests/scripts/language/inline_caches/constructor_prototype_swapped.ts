function P(this: any) { this.x = 1; }
P.prototype.m = () => "first";
const call = (o: any) => o.m();
const make = () => new (P as any)();
const a = make();
console.log(call(a)); // expect: first
P.prototype = { m: () => "second" } as any;
console.log(call(a), call(make()), make() instanceof (P as any), a instanceof (P as any)); // expect: first second true false
