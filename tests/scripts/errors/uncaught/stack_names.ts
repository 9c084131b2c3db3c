class K {
  method() { return new Error("m").stack!; }
  static stat() { return new Error("s").stack!; }
  get getter() { return new Error("g").stack!; }
  constructor(public made = new Error("c").stack!) {}
}
const first = (stack: string) => stack.split("\n")[1]!.trim().split(" (")[0]!.slice(3).split(".").at(-1);
const o = { arrow: () => new Error("a").stack!, named: function inner() { return new Error("n").stack!; } };
console.log(first(new K().method()), "|", first(K.stat()), "|", first(o.arrow()), "|", first(o.named()), "|", first(new K().made)); // expect: method | stat | arrow | inner | new K
