const prototype = Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())));
async function* values() {
  try {
    yield 1;
  } finally {
    console.log("closed");
  }
}
{
  await using iterator = values();
  console.log((await iterator.next()).value); // expect: 1
}
// expect: closed
console.log(await prototype[Symbol.asyncDispose].call({}), prototype[Symbol.asyncDispose].name); // expect: undefined [Symbol.asyncDispose]
await prototype[Symbol.asyncDispose].call({ return: 1 }).catch((error: unknown) => console.log(String(error))); // expect: TypeError: 1 is not a function
