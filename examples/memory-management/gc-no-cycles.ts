// The baseline of the memory examples: 50,000 rounds of three small objects each, 150,000 in all, no cycles.
// Every object is garbage as soon as its round ends, so the heap should stay as small as after the first rounds.

const ROUNDS = 50_000;

interface Point {
  x: number;
  y: number;
}

interface Segment {
  from: Point;
  to: Point;
}

let made = 0;
let total = 0;

for (let round = 0; round < ROUNDS; round++) {
  const from: Point = { x: round, y: 1 };
  const to: Point = { x: round + 3, y: 5 };
  const segment: Segment = { from, to };
  made += 3;
  const dx = segment.to.x - segment.from.x;
  const dy = segment.to.y - segment.from.y;
  total += Math.sqrt(dx * dx + dy * dy);
}

console.log(`objects made: ${made}`);
console.log(`sum of lengths: ${total}`);
console.log(`as expected: ${made === 3 * ROUNDS && total === 5 * ROUNDS}`);

export { made, total };
