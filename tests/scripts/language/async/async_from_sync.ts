// Sync iterators in for await: rejected values close them, and so does throw() where there is no method of that name.
// (Node 20 follows an earlier edition here.)
const log = [];
function sync(values) {
  let n = 0;
  return { [Symbol.iterator]() { return this; }, next() { return { value: values[n++], done: n > values.length }; }, return(v) { log.push("closed"); return { value: v, done: true }; } };
}
try { for await (const v of sync([1, Promise.reject("bad"), 3])) log.push(v); } catch (e) { log.push("caught " + e); }
for await (const v of sync(["x", "y"])) break;
async function* delegating() { const r = yield* sync(["p", Promise.resolve("q")]); log.push(r); }
const it = delegating();
log.push((await it.next()).value, (await it.next()).value, await it.return(Promise.resolve("R")));
const thrower = delegating();
await thrower.next();
log.push(await thrower.throw("T").catch((e) => e.message));
for (const line of log) console.log(line); // expect: 1
// expect: closed
// expect: caught bad
// expect: closed
// expect: closed
// expect: p
// expect: q
// expect: { value: 'R', done: true }
// expect: closed
// expect: The iterator does not provide a 'throw' method.
