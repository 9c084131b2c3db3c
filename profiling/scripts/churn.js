// Garbage: short-lived objects beside a slowly turning population, cycles, arrays that grow and go.
const ring = [];
let sum = 0;
for (let i = 0; i < 60000; i++) {
  const a = { i, peer: null }, b = { i, peer: a };
  a.peer = b;
  ring[i % 500] = i % 10 === 0 ? { pair: a, list: [i, i + 1, i + 2] } : null;
  sum += b.peer.i;
}
console.log("churn", sum, ring.filter((each) => each).length);
