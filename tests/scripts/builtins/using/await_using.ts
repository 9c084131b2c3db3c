const log: string[] = [];
const tick = (name: string) => new Promise<void>((resolve) => setTimeout(() => { log.push(name); resolve(); }, 1));
function slow(name: string) {
  return { name, [Symbol.asyncDispose]() { log.push("begin " + name); return tick("end " + name); } };
}
function quick(name: string) {
  return { name, [Symbol.dispose]() { log.push(name); } };
}
async function f() {
  await using a = slow("a"), nothing = null;
  using b = quick("b");
  await using c = quick("c");
  log.push("body");
  return a.name + b.name + c.name;
}
console.log(await f(), log.join(", ")); // expect: abc body, c, b, begin a, end a
log.length = 0;
async function failing() {
  await using a = { [Symbol.asyncDispose]: () => Promise.reject(new Error("a")) };
  await using b = { async [Symbol.asyncDispose]() { throw new Error("b"); } };
  throw new Error("body");
}
try {
  await failing();
} catch (error: any) {
  console.log(error.name, error.error.message, error.suppressed.error.message, error.suppressed.suppressed.message);
  // expect: SuppressedError a b body
}
for (await using each of [slow("x"), slow("y"), slow("z")]) {
  if (each.name === "x") continue;
  if (each.name === "y") break;
}
console.log(log.join(", ")); // expect: begin x, end x, begin y, end y
log.length = 0;
async function* values() {
  await using held = slow("generator");
  yield quick("first");
  yield quick("never");
}
for await (using each of values()) {
  log.push("got " + each.name);
  break;
}
console.log(log.join(", ")); // expect: got first, first, begin generator, end generator
for (const bad of [1, {}]) {
  try {
    await using value = bad as any;
  } catch (error) {
    console.log(String(error));
  }
}
// expect: TypeError: The expected value in using initialization must be an object, null, or undefined
// expect: TypeError: Symbol(Symbol.asyncDispose) is not a function
await using top = { [Symbol.asyncDispose]: async () => console.log("-top") };
console.log("end"); // expect: end
// expect: -top
