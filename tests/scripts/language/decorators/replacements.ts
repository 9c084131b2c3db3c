const double = (method: any, _context: ClassMethodDecoratorContext) =>
  function (this: any, ...values: any[]) {
    return method.apply(this, values) * 2;
  } as any;
const plus = (n: number) => (_value: undefined, _context: ClassFieldDecoratorContext) => (initial: any) => initial + n;
const bound = (method: any, context: ClassMethodDecoratorContext) => {
  context.addInitializer(function (this: any) {
    this[context.name] = method.bind(this);
  });
};
const logged = (accessor: any, _context: any): any => ({
  get() {
    return "got " + accessor.get.call(this);
  },
  set(value: any) {
    accessor.set.call(this, value + "!");
  },
  init: (value: any) => "initial " + value,
});
const replace = (value: any, context: any): any =>
  class extends value {
    extra = context.name;
  };
@replace
class A {
  @double m(x: number) {
    return x + this.n;
  }
  @double @double static s() {
    return 1;
  }
  @plus(1) @plus(10) n = 100;
  @plus(5) #p = 1;
  @bound who() {
    return this.n;
  }
  @logged accessor a = "a";
  @logged accessor #b = "b";
  @logged static accessor c = "c";
  @double get g() {
    return 21;
  }
  @double #q() {
    return this.#p;
  }
  static self = A;
  read() {
    this.#b = "changed";
    return [this.#p, this.#b, this.#q()].join(" ");
  }
}
const a: any = new A();
console.log(a.m(1), A.s(), a.n, a.g); // expect: 224 4 111 42
console.log(a.who.call(undefined), Object.keys(a).join()); // expect: 111 who,n,extra
console.log(a.a, ((a.a = "x"), a.a)); // expect: got initial a got x!
console.log(A.c, ((A.c = "y"), A.c)); // expect: got initial c got y!
console.log(a.read(), a.extra, A.name === "", A.self === A, a instanceof A); // expect: 6 got changed! 12 A true true true
const expression = @replace class {};
console.log((new expression() as any).extra); // expect: expression
console.log(Object.getOwnPropertyDescriptor(A.prototype, "m")); // expect: undefined
