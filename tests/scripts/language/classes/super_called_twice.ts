class A {}
class B extends A {
  constructor(twice: boolean) {
    super();
    if (twice) super();
  }
}
console.log(new B(false) instanceof A); // expect: true
try {
  new B(true);
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Super constructor may only be called once
}
