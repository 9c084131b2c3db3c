const log = [];
function* g() {
  try {
    try { yield 1; } catch (e) { log.push("inner " + e); yield 2; throw "again"; } finally { log.push("finally"); yield 3; }
  } catch (e) { log.push("outer " + e); }
  return "end";
}
const it = g();
console.log(it.next(), it.throw("E"), it.next(), it.next(), it.next());
// expect: { value: 1, done: false } { value: 2, done: false } { value: 3, done: false } { value: 'end', done: true } { value: undefined, done: true }
console.log(log); // expect: [ 'inner E', 'finally', 'outer again' ]
function* uncaught() { yield 1; yield 2; }
const u = uncaught();
u.next();
try { u.throw(new TypeError("out")); } catch (e) { console.log(e.name, e.message); } // expect: TypeError out
console.log(u.next()); // expect: { value: undefined, done: true }
