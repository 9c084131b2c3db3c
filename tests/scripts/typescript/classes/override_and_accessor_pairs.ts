class A { get v() { return 1; } set v(n: number) { console.log("A set", n); } }
class B extends A {
  override get v(): number { return super.v + 1; }
  override set v(n: number) { super.v = n * 2; }
}
const b = new B();
b.v = 5; // expect: A set 10
console.log(b.v); // expect: 2
