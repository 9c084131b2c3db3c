// What scripts change about generators is seen by the language's own iteration.
function* g() { yield 1; yield 2; }
const prototype = Object.getPrototypeOf(Object.getPrototypeOf(g()));
const original = prototype.next;
let calls = 0;
const own = g();
own.next = function () { calls++; return original.call(this); };
console.log([...own], calls); // expect: [ 1, 2 ] 3
g.prototype.next = function () { calls++; return original.call(this); };
for (const x of g()) calls += 10;
console.log(calls); // expect: 26
delete g.prototype.next;
g.prototype[Symbol.iterator] = () => [7][Symbol.iterator]();
console.log([...g()]); // expect: [ 7 ]
delete g.prototype[Symbol.iterator];
prototype.next = function () { return { value: undefined, done: true }; };
console.log([...g()], [...(function* () { yield* g(); })()]); // expect: [] []
prototype.next = original;
const [first] = g();
console.log(first, [...g()]); // expect: 1 [ 1, 2 ]
