class A {
  n = 5;
  f = () => this.n;
  g = function (this: A) { return this?.n; };
}
const a = new A();
const { f, g } = a;
console.log(f(), g.call({ n: 7 } as A), a.g(), f.name, g.name); // expect: 5 7 5 f g
