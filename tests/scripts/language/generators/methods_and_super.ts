class Base { m() { return "base " + this.name; } static s() { return "static"; } name = "n"; }
class Derived extends Base {
  *m() { yield super.m(); const inner = () => super.m(); yield inner(); yield this.name; }
  static *s() { yield super.s(); }
  *[Symbol.iterator]() { yield* this.m(); }
  *"quoted name"() { yield arguments.length; }
}
console.log([...new Derived().m()], [...Derived.s()], [...new Derived()], [...new Derived()["quoted name"](1, 2)]);
// expect: [ 'base n', 'base n', 'n' ] [ 'static' ] [ 'base n', 'base n', 'n' ] [ 2 ]
const o = { *a() { yield this.b; }, b: 1, *["c" + 1]() { yield 2; }, *[Symbol.iterator]() { yield* this.a(); yield* this.c1(); } };
console.log([...o], o.a.name, o.c1.name); // expect: [ 1, 2 ] a c1
function* rest(a, ...others) { yield a; yield* others; yield* arguments; }
console.log([...rest(1, 2, 3)]); // expect: [ 1, 2, 3, 1, 2, 3 ]
const factorial = function* self(n) { if (n > 0) { yield n; yield* self(n - 1); } };
console.log([...factorial(4)]); // expect: [ 4, 3, 2, 1 ]
const closures = [];
function* captures() { for (let i = 0; i < 3; i++) { closures.push(() => i); yield i; } }
for (const x of captures()) ;
console.log(closures.map((f) => f())); // expect: [ 0, 1, 2 ]
