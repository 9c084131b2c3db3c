const m = new Map<any, number>();
for (let i = 0; i < 5000; i++) m.set(i % 2 ? i : "k" + i, i);
for (let i = 0; i < 5000; i += 5) m.delete(i % 2 ? i : "k" + i);
let sum = 0;
for (const [, v] of m) sum += v;
console.log(m.size, sum, m.get("k4"), m.get(7), m.has(5), m.has("k10"), [...m.keys()].slice(0, 4)); // expect: 4000 10000000 4 7 false false [ 1, 'k2', 3, 'k4' ]
