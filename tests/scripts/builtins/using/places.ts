function resource(name: string) {
  return { name, [Symbol.dispose]() { console.log("-" + name); } };
}
function* generator() {
  using held = resource("generator");
  yield held.name;
  yield "never";
}
for (const value of generator()) {
  console.log(value);
  break;
}
// expect: generator
// expect: -generator
class Block {
  static {
    using held = resource("static");
    console.log(held.name);
  }
}
// expect: static
// expect: -static
namespace Space {
  using held = resource("namespace");
  export const name = held.name;
}
console.log(Space.name);
// expect: -namespace
// expect: namespace
try {
  using held = resource("try");
  throw 1;
} catch (error) {
  using held = resource("catch");
  console.log(error);
} finally {
  using held = resource("finally");
}
// expect: -try
// expect: 1
// expect: -catch
// expect: -finally
const arrow = (fail: boolean) => {
  using held = resource("arrow");
  if (fail) throw new Error("thrown");
  return () => held.name;
};
console.log(arrow(false)());
// expect: -arrow
// expect: arrow
switch (1) {
  case 1: {
    using held = resource("case");
  }
}
// expect: -case
class Base {}
class Derived extends Base {
  constructor() {
    super();
    using held = resource("constructor");
  }
}
console.log(new Derived());
// expect: -constructor
// expect: Derived {}
