// Objects that carry other internal values are no stacks and no timers.
const wrapped = Iterator.from({ next: "DisposableStack" as any });
const wrong = [wrapped, [].values(), new Map(), new FinalizationRegistry(() => {}), new AsyncDisposableStack(), {}];
for (const value of wrong) {
  try {
    DisposableStack.prototype.defer.call(value as any, () => {});
    console.log("taken for a stack");
  } catch (error: any) {
    if (error.name !== "TypeError") console.log(error.name);
  }
  clearTimeout(value as any);
  clearImmediate(value as any);
}
const timer = setTimeout(() => {}, 1) as any;
for (const method of ["ref", "unref", "hasRef", "refresh", "close"]) {
  for (const value of wrong) timer[method].call(value);
}
console.log("fine"); // expect: fine
