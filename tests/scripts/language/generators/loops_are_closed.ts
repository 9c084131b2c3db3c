const log = [];
function source(name) {
  let i = 0;
  return { [Symbol.iterator]() { return this; }, next: () => ({ value: i++, done: false }), return(v) { log.push("closed " + name, v); return {}; } };
}
function* loops() { for (const x of source("a")) for (const y of source("b")) yield [x, y]; }
let g = loops();
console.log(g.next().value, g.next().value, g.return(9), log);
// expect: [ 0, 0 ] [ 0, 1 ] { value: 9, done: true } [ 'closed b', undefined, 'closed a', undefined ]
log.length = 0;
g = loops();
g.next();
try { g.throw("T"); } catch (e) { console.log(e, log); } // expect: T [ 'closed b', undefined, 'closed a', undefined ]
log.length = 0;
const target = {};
function* patterns() {
  const [a, b = yield "default"] = [1];
  log.push(a, b);
  [target[yield "key"]] = source("c");
}
g = patterns();
console.log(g.next(), g.next("bb"), g.return("r"), log);
// expect: { value: 'default', done: false } { value: 'key', done: false } { value: 'r', done: true } [ 1, 'bb', 'closed c', undefined ]
log.length = 0;
g = patterns();
g.next();
g.next();
console.log(g.next("k"), target, log);
// expect: { value: undefined, done: true } { k: 0 } [ 1, undefined, 'closed c', undefined ]
function* counted() { try { yield 1; yield 2; } finally { log.push("left"); } }
log.length = 0;
for (const x of counted()) { if (x === 1) break; }
const [only] = counted();
outer: for (const y of [1, 2]) for (const x of counted()) continue outer;
console.log(only, log); // expect: 1 [ 'left', 'left', 'left', 'left' ]
