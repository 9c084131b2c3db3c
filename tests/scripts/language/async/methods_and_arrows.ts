class Base { async name() { return "base"; } static async make() { return new this(); } }
class Derived extends Base {
  #secret = "s";
  field = async () => this.#secret;
  async name() { const inner = async () => (await super.name()) + "!"; return "derived of " + (await inner()); }
  async *items() { yield this.#secret; yield* [await this.field(), await super.name()]; }
  static async *list() { yield (await super.make()) instanceof Derived; }
}
const d = await Derived.make();
console.log(await d.name(), await d.field()); // expect: derived of base! s
for await (const item of d.items()) console.log(item); // expect: s
// expect: s
// expect: base
for await (const item of Derived.list()) console.log(item); // expect: true
const o = { async m() { return arguments.length; }, async *g() { yield 1; }, async ["c" + 1]() { return "computed"; } };
console.log(await o.m(1, 2), await o.c1(), o.m.name, o.g.name); // expect: 2 computed m g
const nested = async (n) => (n === 0 ? "bottom" : await nested(n - 1));
console.log(await nested(50)); // expect: bottom
console.log(await (async function named(n) { return n > 1 ? n * (await named(n - 1)) : 1; })(5)); // expect: 120
function Outer() { this.get = async () => [new.target === Outer, this === that, arguments.length]; const that = this; }
console.log(await new Outer(1, 2).get()); // expect: [ true, true, 2 ]
const closures = [];
async function captures() { for (let i = 0; i < 3; i++) { closures.push(() => i); await null; i += 0; } }
await captures();
console.log(closures.map((f) => f())); // expect: [ 0, 1, 2 ]
