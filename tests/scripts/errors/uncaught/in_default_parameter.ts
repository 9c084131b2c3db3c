function f(a = missing()) {
  return a;
}
function missing(): number {
  throw new ReferenceError("no default"); // expect error: ReferenceError: no default
}
console.log(f(1)); // expect: 1
f();
