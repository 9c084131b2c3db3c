class A {
  #p = 4;
  static #s = "static";
  get #g() { return this.#p * 2; }
  #m() { return "method"; }
  get() { return eval("this.#p + 1"); }
  more() { return eval("[this.#g, this.#m(), A.#s, #p in this]"); }
  static name2 = eval("this.name");
  field = eval("typeof new.target");
  made = new.target === undefined;
  arrow = () => eval("this.#p");
}
const a = new A();
console.log(a.get(), a.more(), A.name2, a.field, a.arrow()); // expect: 5 [ 8, 'method', 'static', true ] A undefined 4
function target(this: unknown) { return eval("new.target === target"); }
console.log(Reflect.construct(function (this: any) { this.t = eval("new.target !== undefined"); } as any, []).t); // expect: true
console.log(target()); // expect: false
