// Long chains and many reactions.
let chain = Promise.resolve(0);
for (let i = 0; i < 20000; i++) chain = chain.then((n) => n + 1);
console.log(await chain); // expect: 20000
let open, count = 0;
const gate = new Promise((resolve) => (open = resolve));
for (let i = 0; i < 20000; i++) gate.then(() => count++);
open();
await gate;
console.log(count); // expect: 20000
console.log((await Promise.all(Array.from({ length: 5000 }, (_, i) => Promise.resolve(i)))).reduce((a, b) => a + b)); // expect: 12497500
