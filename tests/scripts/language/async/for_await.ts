const later = (v) => new Promise((resolve) => setTimeout(() => resolve(v), 0));
const log = [];
for await (const v of [Promise.resolve("a"), "b", later("c")]) log.push(v);
async function* source() { try { yield 1; yield 2; yield 3; } finally { await null; log.push("closed"); } }
for await (const v of source()) { if (v === 2) break; log.push(v); }
outer: for (const i of [1, 2]) for await (const v of source()) { if (i === 1) continue outer; log.push([i, v]); }
try { for await (const v of source()) throw new Error("body"); } catch (e) { log.push(e.message); }
async function returns() { for await (const v of source()) return v; }
log.push(await returns());
for await (const { a, b = await later("default") } of [{ a: 1 }, Promise.resolve({ a: 2, b: 3 })]) log.push([a, b]);
let target = {};
for await (target.x of source()) ;
log.push(target.x);
for await (const v of new Set(["set"])) log.push(v);
for await (const v of "st") log.push(v);
for await (const f of [() => 1, () => 2]) log.push(f());
for (const line of log) console.log(line); // expect: a
// expect: b
// expect: c
// expect: 1
// expect: closed
// expect: closed
// expect: [ 2, 1 ]
// expect: [ 2, 2 ]
// expect: [ 2, 3 ]
// expect: closed
// expect: closed
// expect: body
// expect: closed
// expect: 1
// expect: [ 1, 'default' ]
// expect: [ 2, 3 ]
// expect: closed
// expect: 3
// expect: set
// expect: s
// expect: t
// expect: 1
// expect: 2
