// Long chains and many reactions.
let chain = Promise.resolve(0);
for (let i = 0; i < 2000; i++) chain = chain.then((n) => n + 1);
console.log(await chain); // expect: 2000
let open, count = 0;
const gate = new Promise((resolve) => (open = resolve));
for (let i = 0; i < 2000; i++) gate.then(() => count++);
open();
await gate;
console.log(count); // expect: 2000
console.log((await Promise.all(Array.from({ length: 500 }, (_, i) => Promise.resolve(i)))).reduce((a, b) => a + b)); // expect: 124750
