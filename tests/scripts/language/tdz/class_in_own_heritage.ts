try {
  // @ts-ignore
  class A extends A {}
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'A' before initialization
}
try {
  // @ts-ignore
  new B();
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'B' before initialization
}
class B {}
console.log(typeof B); // expect: function
