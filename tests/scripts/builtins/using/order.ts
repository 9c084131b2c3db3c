// Resources are disposed of in the reverse order of their declaration, whatever ends the block.
function resource(name: string) {
  return { name, [Symbol.dispose]() { console.log("-" + name); } };
}
{
  using a = resource("a"), b = resource("b");
  using nothing = null, none = undefined;
  console.log("body of", a.name, b.name, nothing, none);
}
// expect: body of a b null undefined
// expect: -b
// expect: -a
function returning() {
  using inner = resource("inner");
  return "of " + inner.name;
}
console.log(returning());
// expect: -inner
// expect: of inner
outer: for (const i of [1, 2, 3]) {
  using first = resource("first" + i);
  for (;;) {
    using second = resource("second" + i);
    if (i === 1) continue outer;
    break outer;
  }
}
// expect: -second1
// expect: -first1
// expect: -second2
// expect: -first2
using top = resource("top");
console.log("end"); // expect: end
// expect: -top
