class A { constructor(public a: number) {} }
class B extends A {
  field = "f" + this.b;
  constructor(a: number, readonly b: string) {
    super(a);
    console.log(this.a, this.b, this.field);
  }
}
console.log(new B(1, "x")); // expect: 1 x fundefined
// expect: B { a: 1, b: 'x', field: 'fundefined' }
