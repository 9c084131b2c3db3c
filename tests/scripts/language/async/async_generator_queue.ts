// Requests wait for each other, in order.
const log = [];
async function* g() { log.push("begin"); yield await new Promise((resolve) => setTimeout(() => resolve("slow"), 1)); log.push("middle"); yield "second"; log.push("end"); }
const it = g();
const all = [it.next(), it.next(), it.next(), it.next(), it.return("r"), it.throw("t")].map((p, i) => p.then((r) => log.push([i, r.value, r.done]), (e) => log.push([i, e])));
log.push("asked");
await Promise.all(all);
for (const line of log) console.log(line); // expect: begin
// expect: asked
// expect: middle
// expect: [ 0, 'slow', false ]
// expect: end
// expect: [ 1, 'second', false ]
// expect: [ 2, undefined, true ]
// expect: [ 3, undefined, true ]
// expect: [ 4, 'r', true ]
// expect: [ 5, 't' ]
const queue = g();
const mixed = await Promise.allSettled([queue.return(1), queue.next(), queue.throw("x"), queue.return(Promise.reject("y")), queue.next()]);
console.log(mixed.map((r) => r.status === "fulfilled" ? [r.value.value, r.value.done] : r.reason));
// expect: [ [ 1, true ], [ undefined, true ], 'x', 'y', [ undefined, true ] ]

const reentrant = (async function* () { const inner = reentrant.next(); yield "first"; yield typeof inner.then; })();
console.log(await reentrant.next(), await reentrant.next());
// expect: { value: 'first', done: false } { value: undefined, done: true }
const over = (async function* () { yield 1; })();
console.log(await Promise.all(["a", "b", "c"].map((sent) => over.next(sent)))); // expect: [
// expect:   { value: 1, done: false },
// expect:   { value: undefined, done: true },
// expect:   { value: undefined, done: true }
// expect: ]
