// Thousands of shifts and pushes keep their order and cost little.
const q: number[] = [];
let out = 0;
for (let i = 0; i < 5000; i++) {
  q.push(i);
  if (i % 3 === 2) out += q.shift()!;
}
console.log(q.length, q[0], q.at(-1), out); // expect: 3334 1666 4999 1386945
while (q.length > 5) q.shift();
console.log(q); // expect: [ 4995, 4996, 4997, 4998, 4999 ]
