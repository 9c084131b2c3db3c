const log: string[] = [];
const note = (s: string) => (log.push(s), s);
class Base {
  b1 = note("base field");
  constructor() {
    note("base constructor");
  }
}
class Derived extends Base {
  [note("key")] = note("derived field");
  static s = note("static");
  constructor() {
    note("before super");
    super();
    note("after super");
  }
}
new Derived();
console.log(log.join(", ")); // expect: key, static, before super, base field, base constructor, derived field, after super
