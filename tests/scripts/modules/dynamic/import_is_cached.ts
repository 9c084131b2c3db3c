console.log("start"); // expect: start
const a = await import("../_dynamic/counter"); // expect: counter runs
a.inc();
console.log(a.n); // expect: 2
console.log((await import("../_dynamic/counter.ts")) === a); // expect: true
console.log(Object.prototype.toString.call(a)); // expect: [object Module]
