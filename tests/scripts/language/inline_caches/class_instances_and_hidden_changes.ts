class P {
  constructor(public x: number) {}
  get double() { return this.x * 2; }
}
const read = (p: any) => p.double;
const a: any = new P(1);
console.log(read(a), read(new P(2))); // expect: 2 4
Object.defineProperty(P.prototype, "double", { get() { return "changed"; }, configurable: true });
console.log(read(a)); // expect: changed
Object.defineProperty(a, "double", { value: "own" });
console.log(read(a), read(new P(3))); // expect: own changed
