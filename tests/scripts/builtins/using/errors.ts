function failing(name: string) {
  return { [Symbol.dispose]() { throw new Error(name); } };
}
try {
  using first = failing("first");
  using second = failing("second");
  throw new Error("body");
} catch (error: any) {
  console.log(error instanceof SuppressedError, error.name, error.message); // expect: true SuppressedError An error was suppressed during disposal
  console.log(error.error.message, error.suppressed.error.message, error.suppressed.suppressed.message); // expect: first second body
}
try {
  using only = failing("only");
} catch (error) {
  console.log(String(error)); // expect: Error: only
}
for (const bad of [1, "x", {}, { [Symbol.dispose]: 1 }]) {
  try {
    using value = bad as any;
  } catch (error) {
    console.log(String(error));
  }
}
// expect: TypeError: The expected value in using initialization must be an object, null, or undefined
// expect: TypeError: The expected value in using initialization must be an object, null, or undefined
// expect: TypeError: Symbol(Symbol.dispose) is not a function
// expect: TypeError: 1 is not a function
// What comes before the one that fails is disposed of; the variable is in its dead zone while its method is looked up.
try {
  using before = { [Symbol.dispose]() { console.log("-before"); } };
  using early = { get [Symbol.dispose](): any { return early; } };
} catch (error) {
  console.log(String(error));
}
// expect: -before
// expect: ReferenceError: Cannot access 'early' before initialization
try {
  using fixed = null;
  (fixed as any) = 1;
} catch (error) {
  console.log(String(error)); // expect: TypeError: Assignment to constant variable.
}
