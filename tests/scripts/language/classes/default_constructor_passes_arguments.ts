class A {
  args: any[];
  constructor(...args: any[]) {
    this.args = args;
  }
}
class B extends A {}
class C extends B {
  c = 1;
}
console.log(new B(1, 2), new C("x").args, B.length); // expect: B { args: [ 1, 2 ] } [ 'x' ] 0
