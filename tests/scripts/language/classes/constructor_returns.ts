class A {
  constructor(what: any) {
    return what;
  }
}
console.log(new A({ mine: 1 }), new A(5), new A(null)); // expect: { mine: 1 } A {} A {}
class B extends A {
  field = "on whatever super returned";
}
console.log(new B({ other: 1 } as any)); // expect: { other: 1, field: 'on whatever super returned' }
class C extends Object {
  constructor(what: any) {
    super();
    return what;
  }
}
console.log(new C([1])); // expect: [ 1 ]
try {
  new C(5);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Derived constructors may only return object or undefined
}
