function resource(name: string) {
  return { name, [Symbol.dispose]() { console.log("-" + name); } };
}
for (using each of [resource("a"), resource("b"), resource("c")]) {
  if (each.name === "a") continue;
  console.log(each.name);
  if (each.name === "b") break;
}
// expect: -a
// expect: b
// expect: -b
for (using once = resource("once"), i = null; ;) {
  console.log("round", once.name, i);
  break;
}
// expect: round once null
// expect: -once
let rounds = 0;
for (using held = resource("held"); rounds < 2; rounds++) {
  if (rounds === 0) continue;
  console.log("round", held.name);
}
// expect: round held
// expect: -held
const captured: (() => string)[] = [];
for (using each of [resource("x"), resource("y")]) captured.push(() => each.name);
// expect: -x
// expect: -y
console.log(captured.map((f) => f()).join()); // expect: x,y
for (let using = 0; using < 1; using++) console.log("a name", using); // expect: a name 0
