const s = Symbol("s");
class A {
  static [s] = 1;
  [s]() { return "method"; }
  get [Symbol.toStringTag]() { return "Tagged"; }
}
console.log(A[s], new A()[s](), Object.getOwnPropertySymbols(A.prototype).length); // expect: 1 method 2
