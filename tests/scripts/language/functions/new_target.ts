function F() {
  return { isNew: new.target !== undefined, same: new.target === F };
}
console.log((F as any)(), new (F as any)()); // expect: { isNew: false, same: false } { isNew: true, same: true }
class A {
  made = new.target;
  constructor() {
    console.log(new.target.name);
  }
}
class B extends A {}
console.log(new A().made, new B().made); // expect: A
// expect: B
// expect: undefined undefined
