const log = [];
function iterable(methods) { return { [Symbol.iterator]() { return this; }, next: () => ({ value: 1, done: false }), ...methods }; }
function* g(methods) { yield* iterable(methods); }
const attempt = (f) => { try { return f(); } catch (e) { return e.name + ": " + e.message; } };
let it = g({ return() { log.push("closed"); return {}; } });
it.next();
console.log(attempt(() => it.throw(1))); // expect: TypeError: The iterator does not provide a 'throw' method.
console.log(log, it.next()); // expect: [ 'closed' ] { value: undefined, done: true }
it = g({});
it.next();
console.log(attempt(() => it.throw(1))); // expect: TypeError: The iterator does not provide a 'throw' method.
it = g({});
it.next();
console.log(attempt(() => it.return("no return method"))); // expect: { value: 'no return method', done: true }
it = g({ return: () => 1 });
it.next();
console.log(attempt(() => it.return(1))); // expect: TypeError: Iterator result 1 is not an object
it = g({ next: () => 5 });
console.log(attempt(() => it.next())); // expect: TypeError: Iterator result 5 is not an object
it = g({ return: () => ({ done: false, value: "refuses" }) });
it.next();
console.log(it.return(1), it.next()); // expect: { done: false, value: 'refuses' } { value: 1, done: false }
