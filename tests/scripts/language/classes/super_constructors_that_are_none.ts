const attempt = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    console.log(String(error));
  }
};
class FromNull extends (null as any) {}
attempt(() => new FromNull());
attempt(() => new (class extends (null as any) {})());
class A {}
class B extends A {}
class C extends A {
  constructor() {
    super();
  }
}
Object.setPrototypeOf(B, Math.max);
Object.setPrototypeOf(C, {});
attempt(() => new B());
attempt(() => new C());
class D extends A {
  m(key: string) {
    delete (super.valueOf as any);
  }
  n() {
    delete super[(console.log("key"), "x") as "valueOf"];
  }
}
attempt(() => new D().m("x"));
attempt(() => new D().n());
// expect: TypeError: Super constructor null of FromNull is not a constructor
// expect: TypeError: Super constructor null of anonymous class is not a constructor
// expect: TypeError: Super constructor max of B is not a constructor
// expect: TypeError: Super constructor #<Object> of C is not a constructor
// expect: ReferenceError: Unsupported reference to 'super'
// expect: key
// expect: ReferenceError: Unsupported reference to 'super'
