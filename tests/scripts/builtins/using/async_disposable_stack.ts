const stack = new AsyncDisposableStack();
const log: string[] = [];
stack.use({ [Symbol.asyncDispose]: () => new Promise<void>((resolve) => setTimeout(() => { log.push("slow"); resolve(); }, 2)) });
stack.use({ [Symbol.dispose]() { log.push("sync"); } });
stack.defer(() => { throw new Error("first"); });
stack.adopt("x", async_);
function async_(value: string) {
  log.push(value);
  return Promise.reject(new Error("second"));
}
const done = stack.disposeAsync();
console.log(stack.disposed, log, done); // expect: true [ 'x' ] Promise { <pending> }
stack.disposeAsync().then((value) => console.log("again", value)); // expect: again undefined
AsyncDisposableStack.prototype.disposeAsync.call({} as any).catch((error: unknown) => console.log(String(error)));
// expect: TypeError: Method AsyncDisposableStack.prototype.disposeAsync called on incompatible receiver #<Object>
done.catch((error) => {
  console.log(log, error.name, error.error.message, error.suppressed.message); // expect: [ 'x', 'sync', 'slow' ] SuppressedError first second
});
