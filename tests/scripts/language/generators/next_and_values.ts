function* count(limit) {
  for (let i = 0; i < limit; i++) yield i;
  return "end";
}
const g = count(2);
console.log(g.next("ignored"), g.next()); // expect: { value: 0, done: false } { value: 1, done: false }
console.log(g.next(), g.next()); // expect: { value: 'end', done: true } { value: undefined, done: true }
console.log([...count(4)], Array.from(count(3)), Math.max(...count(5))); // expect: [ 0, 1, 2, 3 ] [ 0, 1, 2 ] 4
const [a, b, ...rest] = count(6);
console.log(a, b, rest); // expect: 0 1 [ 2, 3, 4, 5 ]
let sum = 0;
for (const x of count(100)) sum += x;
console.log(sum, new Set(count(3)).size, Object.fromEntries((function* () { yield ["k", 1]; })()));
// expect: 4950 3 { k: 1 }
console.log(count(5).map((x) => x * 2).filter((x) => x > 2).toArray()); // expect: [ 4, 6, 8 ]
