function a() { b(); }
function b() { c(); }
const c = () => { throw new EvalError("deep"); };
try {
  a();
} catch (e) {
  const lines = (e as Error).stack!.split("\n").map((l) => l.trim());
  console.log(lines[0]); // expect: EvalError: deep
  console.log(lines.slice(1, 4).map((l) => l.split(" ").slice(0, 2).join(" ")).join(", ")); // expect: at c, at b, at a
  console.log(lines.slice(1, 5).map((l) => l.replace(")", "").split(":").slice(-2).join(":")).join(" ")); // expect: 3:25 2:16 1:16 5:3
}
