const c = { n: 1 };
function set() {
  // The right side is evaluated before the assignment fails.
  (c as any) = console.log("evaluated");
}
try {
  set(); // expect: evaluated
} catch (e) {
  console.log((e as Error).name, (e as Error).message); // expect: TypeError Assignment to constant variable.
}
