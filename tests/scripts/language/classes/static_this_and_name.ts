class A {
  static self = this;
  static alias = A;
  static label = this.name + "!";
  static fn = () => this;
}
console.log(A.self === A, A.alias === A, A.label, A.fn() === A); // expect: true true A! true
const B = class {
  static n = this.name;
};
console.log(B.n); // expect: B
