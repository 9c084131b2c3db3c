class A {
  constructor(public n: number) {}
}
class B extends A {
  extra = "field";
  constructor() {
    const init = () => super(42);
    init();
  }
}
console.log(new B()); // expect: B { n: 42, extra: 'field' }
