const m = new Map<number, string>([[1, "a"], [2, "b"], [3, "c"]]);
const seen: number[] = [];
for (const [k] of m) {
  seen.push(k);
  if (k === 1) { m.delete(2); m.set(4, "d"); }
  if (k === 3) { m.delete(1); m.set(1, "again"); }
}
console.log(seen, [...m.keys()]); // expect: [ 1, 3, 4, 1 ] [ 3, 4, 1 ]
const it = m.keys();
it.next();
m.clear();
m.set(9, "new");
console.log(it.next(), it.next(), (m.set(10, "x"), it.next())); // expect: { value: 9, done: false } { value: undefined, done: true } { value: undefined, done: true }
