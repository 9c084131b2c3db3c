const log: string[] = [];
function f() {
  try {
    throw "first";
  } catch (e) {
    log.push("caught " + e);
    throw "second";
  } finally {
    log.push("finally");
  }
}
try {
  f();
} catch (e) {
  log.push("outside " + e);
}
console.log(log.join(", ")); // expect: caught first, finally, outside second
