// yield* hands the inner iterator's result objects on as they are; for-of looks into them.
const log = [];
const result = { get value() { log.push("value"); return 5; }, get done() { log.push("done"); return false; } };
const inner = { [Symbol.iterator]() { return this; }, n: 0, next() { return this.n++ < 1 ? result : { done: true, value: "last" }; } };
function* g() { log.push(yield* inner); }
function* outer() { yield* g(); }
const it = outer();
console.log(it.next() === result, log); // expect: true [ 'done', 'done' ]
log.length = 0;
inner.n = 0;
for (const x of outer()) log.push(x);
console.log(log); // expect: [ 'done', 'done', 'done', 'value', 5, 'last' ]
