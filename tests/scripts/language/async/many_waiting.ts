// Many suspended activations survive collections; long chains of awaits do not recurse.
const later = () => new Promise((resolve) => setTimeout(resolve, 1));
async function worker(i) { const text = "w" + i, list = [i, { i }]; await later(); return text.length + list[1].i; }
const all = [];
for (let i = 0; i < 2000; i++) all.push(worker(i));
let garbage;
for (let i = 0; i < 20000; i++) garbage = { i, text: "g" + i };
const results = await Promise.all(all);
console.log(results.reduce((a, b) => a + b, 0), results[1999]); // expect: 2007890 2004
async function chain(n) { return n === 0 ? "bottom" : await chain(n - 1); }
console.log(await chain(1000)); // expect: bottom
let promise = Promise.resolve(0);
for (let i = 0; i < 20000; i++) { const before = promise; promise = (async () => (await before) + 1)(); }
console.log(await promise); // expect: 20000
const deep = async (n) => 1 + (await deep(n + 1));
console.log(await deep(0).catch((e) => e.name)); // expect: RangeError
