const log = [];
function* leaf(n) { try { const x = yield n; log.push(["leaf got", x]); return "from " + n; } finally { log.push("leaf " + n + " done"); } }
function* middle() { const a = yield* leaf(1); const b = yield* leaf(2); return [a, b]; }
function* top() { log.push(yield* middle()); yield* [7, 8]; yield* "ab"; yield* new Set([9]); }
console.log([...top()]); // expect: [
// expect:   1,   2,   7, 8,
// expect:   'a', 'b', 9
// expect: ]
console.log(log); // expect: [
// expect:   [ 'leaf got', undefined ],
// expect:   'leaf 1 done',
// expect:   [ 'leaf got', undefined ],
// expect:   'leaf 2 done',
// expect:   [ 'from 1', 'from 2' ]
// expect: ]
log.length = 0;
const t = top();
console.log(t.next(), t.next("A"), t.next("B"), t.return("R"), t.next());
// expect: { value: 1, done: false } { value: 2, done: false } { value: 7, done: false } { value: 'R', done: true } { value: undefined, done: true }
console.log(log); // expect: [
// expect:   [ 'leaf got', 'A' ],
// expect:   'leaf 1 done',
// expect:   [ 'leaf got', 'B' ],
// expect:   'leaf 2 done',
// expect:   [ 'from 1', 'from 2' ]
// expect: ]
log.length = 0;
const u = top();
u.next();
try { u.throw(new Error("through")); } catch (e) { console.log(e.message, log, u.next()); }
// expect: through [ 'leaf 1 done' ] { value: undefined, done: true }
for (const x of top()) if (x === 2) break;
console.log(log); // expect: [
// expect:   'leaf 1 done',
// expect:   [ 'leaf got', undefined ],
// expect:   'leaf 1 done',
// expect:   'leaf 2 done'
// expect: ]
