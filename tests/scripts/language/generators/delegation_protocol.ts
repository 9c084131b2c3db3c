const log = [];
const inner = {
  [Symbol.iterator]() { return this; },
  next(v) { log.push(["next", v, arguments.length]); return { value: "n" + v, done: v === "stop", extra: 1 }; },
  throw(e) { log.push(["throw", e]); return { value: "t", done: false }; },
  return(v) { log.push(["return", v]); return { value: "ret", done: true }; },
};
function* g() { const r = yield* inner; log.push(["result", r]); return "g"; }
let it = g();
console.log(it.next("lost"), it.next("b"), it.throw("T"), it.next("stop"));
// expect: { value: 'nundefined', done: false, extra: 1 } { value: 'nb', done: false, extra: 1 } { value: 't', done: false } { value: 'g', done: true }
it = g();
it.next();
console.log(it.return("R"), it.next()); // expect: { value: 'ret', done: true } { value: undefined, done: true }
console.log(log); // expect: [
// expect:   [ 'next', undefined, 1 ],
// expect:   [ 'next', 'b', 1 ],
// expect:   [ 'throw', 'T' ],
// expect:   [ 'next', 'stop', 1 ],
// expect:   [ 'result', 'nstop' ],
// expect:   [ 'next', undefined, 1 ],
// expect:   [ 'return', 'R' ]
// expect: ]
