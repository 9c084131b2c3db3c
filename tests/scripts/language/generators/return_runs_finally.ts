function* plain() { try { yield 1; yield 2; } finally { yield "cleanup"; } }
let g = plain();
g.next();
console.log(g.return("r"), g.next("?"), g.next());
// expect: { value: 'cleanup', done: false } { value: 'r', done: true } { value: undefined, done: true }
function* overrides() { try { yield 1; } finally { return "mine"; } }
g = overrides();
g.next();
console.log(g.return("yours"), g.next()); // expect: { value: 'mine', done: true } { value: undefined, done: true }
function* nested() {
  try { try { yield 1; } finally { yield "inner"; } } finally { yield "outer"; }
}
g = nested();
g.next();
console.log(g.return("r"), g.next(), g.next(), g.next());
// expect: { value: 'inner', done: false } { value: 'outer', done: false } { value: 'r', done: true } { value: undefined, done: true }
function* leaves() { while (true) { try { yield 1; } finally { break; } } return "after the loop"; }
g = leaves();
g.next();
console.log(g.return("r")); // expect: { value: 'after the loop', done: true }
function* throws() { try { yield 1; } finally { throw new Error("from finally"); } }
g = throws();
g.next();
try { g.return("r"); } catch (e) { console.log(e.message); } // expect: from finally
console.log(g.next()); // expect: { value: undefined, done: true }
