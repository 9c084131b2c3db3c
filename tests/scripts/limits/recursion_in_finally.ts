let depth = 0;
function f(): void {
  depth++;
  try {
    f();
  } finally {
    depth--;
  }
}
try {
  f();
} catch (e) {
  console.log(e instanceof RangeError, depth); // expect: true 0
}
