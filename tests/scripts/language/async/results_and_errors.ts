async function adds(a, b) { return (await a) + (await b); }
console.log(await adds(1, Promise.resolve(2)), await adds("x", { then: (resolve) => resolve("y") })); // expect: 3 xy
async function fails() { await null; throw new TypeError("inside"); }
try { await fails(); } catch (e) { console.log(e.name, e.message); } // expect: TypeError inside
async function atOnce() { throw 1; }
console.log(await atOnce().catch((e) => "caught " + e)); // expect: caught 1
async function parameters(a = (() => { throw new Error("parameter"); })()) {}
console.log(await parameters().catch((e) => e.message)); // expect: parameter
async function cleanup(log) { try { await Promise.reject("r"); } catch (e) { log.push(e); return "value"; } finally { await null; log.push("finally"); } }
const log = [];
console.log(await cleanup(log), log); // expect: value [ 'r', 'finally' ]
async function overrides() { try { return "a"; } finally { await null; return "b"; } }
console.log(await overrides()); // expect: b
const rejected = await Promise.allSettled([fails(), adds(1, 1)]);
console.log(rejected.map((r) => r.status)); // expect: [ 'rejected', 'fulfilled' ]
async function self() { return this; }
console.log(await self(), await self.call(7), await (async () => typeof this)()); // expect: undefined 7 undefined
