const log = [];
async function* g() {
  const x = yield 1;
  log.push(x);
  yield Promise.resolve(2);
  try { yield 3; } finally { await null; log.push("cleanup"); }
  return Promise.resolve(4);
}
let it = g();
console.log(await it.next("lost"), await it.next("sent"), await it.next(), await it.next(), await it.next());
// expect: { value: 1, done: false } { value: 2, done: false } { value: 3, done: false } { value: 4, done: true } { value: undefined, done: true }
it = g();
await it.next(), await it.next(), await it.next();
console.log(await it.return("R"), await it.next(), log);
// expect: { value: 'R', done: true } { value: undefined, done: true } [ 'sent', 'cleanup', undefined, 'cleanup' ]
it = g();
await it.next();
try { await it.throw(new Error("thrown")); } catch (e) { console.log(e.message, await it.next()); }
// expect: thrown { value: undefined, done: true }
it = g();
console.log(await it.return(Promise.resolve("early")), await it.next());
// expect: { value: 'early', done: true } { value: undefined, done: true }
it = g();
console.log(await it.throw("E").catch((e) => "rejected " + e), await it.next());
// expect: rejected E { value: undefined, done: true }
async function* rejecting() { try { yield Promise.reject(new Error("operand")); } catch (e) { yield e.message; } }
for await (const v of rejecting()) console.log(v); // expect: operand
it = g();
await it.next();
console.log(await it.return(Promise.reject("bad return")).catch((e) => e)); // expect: bad return
