// Arrays: growing, indexing, callbacks, sorting, spreading, destructuring, holes.
const xs = [];
for (let i = 0; i < 10000; i++) xs.push(i * 7919 % 10007);
const mapped = xs.map((x) => x * 2).filter((x) => x % 3 === 0);
const sorted = [...mapped].sort((a, b) => a - b);
let sum = mapped.reduce((p, c) => p + c, 0);
for (let i = 0; i + 1 < sorted.length; i += 2) { const [a, b, ...rest] = sorted.slice(i, i + 4); sum += a - b + rest.length; }
const holes = [1, , 3];
holes.length = 5;
console.log("arrays", sum, sorted[10], holes.indexOf(3), xs.includes(7919));
