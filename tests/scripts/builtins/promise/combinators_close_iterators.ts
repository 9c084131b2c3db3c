// An iterator is closed when something but itself fails.
function iterable(log, steps) {
  let i = 0;
  return {
    [Symbol.iterator]() { return this; },
    next() { if (i >= steps) throw new Error("next"); return { value: ++i, done: false }; },
    return() { log.push("closed"); return {}; },
  };
}
class Failing extends Promise {
  static resolve(value) { if (value === 2) throw new Error("resolve"); return super.resolve(value); }
}
for (const method of ["all", "allSettled", "any", "race"]) {
  const log = [];
  await Failing[method](iterable(log, 5)).catch((error) => log.push(error.message));
  await Promise[method](iterable(log, 1)).catch((error) => log.push(error.message));
  console.log(method, log.join());
}
// expect: all closed,resolve,next
// expect: allSettled closed,resolve,next
// expect: any closed,resolve,next
// expect: race closed,resolve,next
await Promise.all(3).catch((error) => console.log(String(error)));
// expect: TypeError: number 3 is not iterable (cannot read property Symbol(Symbol.iterator))
