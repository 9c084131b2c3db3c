function f() {
  return new Error("x");
}
const e =
  f();
const position = (line: string) => line.replace(")", "").split(":").slice(-2).join(":");
console.log(e.stack!.split("\n").slice(1, 3).map(position).join(" ")); // expect: 2:10 5:3
