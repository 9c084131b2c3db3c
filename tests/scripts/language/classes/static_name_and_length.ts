class A {
  static name = "own name";
  static length = "own length" as any;
}
console.log(A.name, A.length); // expect: own name own length
class B {
  static name() { return "method"; }
}
console.log((B.name as any)()); // expect: method
