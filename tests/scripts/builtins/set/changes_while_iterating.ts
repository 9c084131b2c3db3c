const s = new Set([1, 2, 3]);
const seen: number[] = [];
for (const n of s) {
  seen.push(n);
  s.delete(n);
  if (n < 3) s.add(n + 10);
}
console.log(seen, s); // expect: [ 1, 2, 3, 11, 12 ] Set(0) {}
const moved = new Set(["a", "b"]);
let rounds = 0;
for (const x of moved) {
  if (rounds++ > 5) break;
  moved.delete(x);
  moved.add(x);
}
console.log(rounds, [...moved]); // expect: 7 [ 'a', 'b' ]
