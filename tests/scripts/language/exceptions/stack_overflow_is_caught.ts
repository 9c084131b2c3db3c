let depth = 0;
function forever(): number {
  depth++;
  return forever() + 1;
}
try {
  forever();
} catch (e) {
  console.log(e instanceof RangeError, (e as Error).message, depth > 500); // expect: true Maximum call stack size exceeded true
}
console.log("still alive", [3, 1, 2].sort().join()); // expect: still alive 1,2,3
