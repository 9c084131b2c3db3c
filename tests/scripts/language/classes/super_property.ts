class A {
  get value() { return "value of " + this.name; }
  name = "a";
  greet(x: string) { return "hello " + x + " from " + this.name; }
}
class B extends A {
  name = "b";
  greet() { return super.greet("B"); }
  get value() { return "[" + super.value + "]"; }
  dynamic(key: string) { return (super[key as "greet"] as any)("dyn"); }
  inArrow = () => super.greet("arrow");
  missing() { return super["nothing" as never]; }
}
const b = new B();
console.log(b.greet(), b.value, b.dynamic("greet"), b.inArrow(), b.missing()); // expect: hello B from b [value of b] hello dyn from b hello arrow from b undefined
