function thrower() {
  return new Error("with a stack");
}
const lines = thrower().stack!.split("\n");
console.log(lines[0], lines[1]!.trim().startsWith("at thrower ("), lines.length > 2); // expect: Error: with a stack true true
console.log(/* the position of `new` */ lines[1]!.endsWith("stack_text.ts:2:10)")); // expect: true
