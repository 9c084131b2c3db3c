const show = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    const lines = (error as Error).stack!.split("\n").slice(1, 3);
    console.log(lines.map((line) => line.trim().split("(/")[0].trim()).join("; "));
  }
};
function direct() {
  eval("throw new Error('x')");
}
show(direct); // expect: at eval (<anonymous>:1:7); at direct
show(() => (0, eval)("function q() { throw new Error('x') }\nq()"));
// expect: at q (<anonymous>:1:22); at eval (<anonymous>:2:1)
show(new Function("throw new Error('x')") as any); // expect: at anonymous (<anonymous>:3:7); at show
