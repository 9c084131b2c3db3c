const replace = (value: any, _context: ClassDecoratorContext): any => {
  class Replacement extends value {
    static replaced = true;
  }
  return Replacement;
};
const extra = (_value: any, context: any): any => {
  context.addInitializer(function (this: any) {
    console.log(context.kind, String(context.name), Object.hasOwn(this, "last"));
  });
};
@extra
@replace
class A {
  static me = this;
  static name2 = A.name;
  @extra static method() {
    return A;
  }
  static #secret = 1;
  static {
    console.log(this === A, this.#secret, A.me === this);
  }
  static read() {
    return A.#secret;
  }
  static last = 1;
  a = new.target;
  self = A;
}
console.log((A as any).replaced, A.name2, A.method() === A, A.read(), new A().self === A);
let B = @replace class Inner {
  static inner = () => Inner;
};
console.log(B.inner() === B, B.name);
// expect: method method false
// expect: true 1 true
// expect: class A false
// expect: true Replacement true 1 true
// expect: true Replacement
