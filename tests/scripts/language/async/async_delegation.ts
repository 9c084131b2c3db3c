const log = [];
const inner = {
  [Symbol.asyncIterator]() { return this; },
  next(v) { log.push(["next", v]); return Promise.resolve({ value: "n" + v, done: v === "stop" }); },
  throw(e) { log.push(["throw", e]); return { value: Promise.resolve("not awaited") && "t", done: false }; },
  return(v) { log.push(["return", v]); return { value: "ret", done: true }; },
};
async function* g() { const r = yield* inner; log.push(["result", r]); return "g"; }
let it = g();
console.log(await it.next("lost"), await it.next("b"), await it.throw("T"), await it.next("stop"));
// expect: { value: 'nundefined', done: false } { value: 'nb', done: false } { value: 't', done: false } { value: 'g', done: true }
it = g();
await it.next();
console.log(await it.return("R"), await it.next());
// expect: { value: 'ret', done: true } { value: undefined, done: true }
console.log(log); // expect: [
// expect:   [ 'next', undefined ],
// expect:   [ 'next', 'b' ],
// expect:   [ 'throw', 'T' ],
// expect:   [ 'next', 'stop' ],
// expect:   [ 'result', 'nstop' ],
// expect:   [ 'next', undefined ],
// expect:   [ 'return', 'R' ]
// expect: ]
async function* leaf() { try { yield 1; yield 2; } finally { log.push("leaf done"); } return "leaf"; }
async function* middle() { return ["middle", yield* leaf()]; }
async function* top() { log.push(yield* middle()); yield* [3, Promise.resolve(4)]; }
log.length = 0;
const values = [];
for await (const v of top()) values.push(v);
console.log(values, log); // expect: [ 1, 2, 3, 4 ] [ 'leaf done', [ 'middle', 'leaf' ] ]
const t = top();
await t.next();
log.length = 0;
console.log(await t.throw("E").catch((e) => e), log, await t.next());
// expect: E [ 'leaf done' ] { value: undefined, done: true }
async function* without() { yield* { [Symbol.asyncIterator]() { return this; }, next: () => ({ value: 1, done: false }), return() { log.push("closed"); return {}; } }; }
const w = without();
await w.next();
console.log(await w.throw(1).catch((e) => e.message), log);
// expect: The iterator does not provide a 'throw' method. [ 'leaf done', 'closed' ]
