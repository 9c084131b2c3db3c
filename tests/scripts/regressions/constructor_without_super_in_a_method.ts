// The `this` of functions around is not that of a derived constructor without super().
class A {}
const attempt = (f: () => unknown) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(String(error));
  }
};
class Outer {
  x = 1;
  method() {
    attempt(() => this.x); // expect: 1
    class B extends A {
      constructor() {}
    }
    attempt(() => new B());
    // expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
    class C extends A {
      constructor() {
        return { c: 1 };
      }
    }
    attempt(() => new C()); // expect: { c: 1 }
  }
}
new Outer().method();
function plain(this: any) {
  this.y;
  class D extends A {
    constructor() {
      return;
    }
  }
  return new D();
}
attempt(() => plain.call({ y: 1 }));
// expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
attempt(() => this);
// expect: undefined
