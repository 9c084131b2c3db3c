class A {
  who() { return "A"; }
  both() { return this.who() + "-A"; }
}
class B extends A {
  who() { return "B"; }
  both() { return super.both() + "-B"; }
}
class C extends B {
  who() { return "C" + super.who(); }
}
const c = new C();
console.log(c.who(), c.both(), c instanceof A, C.prototype instanceof B); // expect: CB CB-A-B true true
console.log(Object.getPrototypeOf(C) === B, Object.getPrototypeOf(C.prototype) === B.prototype, c.constructor.name); // expect: true true C
