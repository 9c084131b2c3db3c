const log = [];
function source(methods) {
  let n = 0;
  return { [Symbol.asyncIterator]() { return this; }, next() { log.push("next"); return { value: n++, done: n > 3 }; }, ...methods };
}
const attempt = async (f) => { try { log.push(["value", await f()]); } catch (e) { log.push(e.message ?? e); } };
await attempt(async () => { for await (const v of source({ return() { log.push("return"); return Promise.resolve({}); } })) break; });
await attempt(async () => { for await (const v of source({ return: () => 1 })) break; });
await attempt(async () => { for await (const v of source({ return: () => Promise.reject("return failed") })) return "lost"; });
await attempt(async () => { for await (const v of source({ return: () => Promise.reject("swallowed") })) throw "body wins"; });
await attempt(async () => { for await (const v of source({ return() { throw "swallowed"; } })) throw "body wins again"; });
await attempt(async () => { for await (const v of source({ next: () => Promise.reject("next failed"), return() { log.push("not called"); } })) ; });
await attempt(async () => { for await (const v of source({ next: () => 5 })) ; });
await attempt(async () => { for await (const v of 5) ; });
await attempt(async () => { const missing = undefined; for await (const v of missing) ; });
await attempt(async () => { for await (const v of { [Symbol.asyncIterator]: () => 1 }) ; });
await attempt(async () => { let sum = 0; for await (const v of source({})) sum += v; return sum; });
for (const line of log) console.log(line); // expect: next
// expect: return
// expect: [ 'value', undefined ]
// expect: next
// expect: Iterator result 1 is not an object
// expect: next
// expect: return failed
// expect: next
// expect: body wins
// expect: next
// expect: body wins again
// expect: next failed
// expect: Iterator result 5 is not an object
// expect: 5 is not async iterable
// expect: Cannot read properties of undefined (reading 'Symbol(Symbol.asyncIterator)')
// expect: Result of the Symbol.asyncIterator method is not an object
// expect: next
// expect: next
// expect: next
// expect: next
// expect: [ 'value', 3 ]
