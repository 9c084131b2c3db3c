// As many objects as gc-no-cycles.ts makes, but each three refer to each other in a ring.
// Counting references would keep them all; a tracing collector frees each ring as soon as its round has ended.

const ROUNDS = 50_000;

interface Link {
  id: number;
  next: Link | null;
}

let made = 0;
let closed = 0;
let sum = 0;

for (let round = 0; round < ROUNDS; round++) {
  const a: Link = { id: round, next: null };
  const b: Link = { id: round + 1, next: null };
  const c: Link = { id: round + 2, next: null };
  a.next = b;
  b.next = c;
  c.next = a;
  made += 3;
  if (a.next.next!.next === a) closed++;
  sum += a.next.id - a.id;
}

console.log(`objects made: ${made}`);
console.log(`rings closed: ${closed}`);
console.log(`as expected: ${made === 3 * ROUNDS && closed === ROUNDS && sum === ROUNDS}`);

export { closed, made };
