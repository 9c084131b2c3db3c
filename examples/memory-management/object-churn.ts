// A window of live objects over a stream of short-lived ones: most die young, a few stay for a while.

const ROUNDS = 100_000;
const WINDOW = 64;

class Particle {
  age = 0;

  constructor(
    readonly id: number,
    public speed: number,
  ) {}

  step(): number {
    this.age++;
    return this.id + this.speed * this.age;
  }
}

const live: Particle[] = [];
let retired = 0;
let distance = 0;

for (let i = 0; i < ROUNDS; i++) {
  const slot = i % WINDOW;
  const old = live[slot];
  if (old !== undefined) {
    distance += old.step() - old.id;
    retired++;
  }
  live[slot] = new Particle(i, 2);
}

console.log(`made: ${ROUNDS}, retired: ${retired}, alive: ${live.length}`);
console.log(`distance: ${distance}`);
console.log(`youngest: ${live[(ROUNDS - 1) % WINDOW]!.id}, oldest: ${Math.min(...live.map((p) => p.id))}`);
console.log(`as expected: ${retired + live.length === ROUNDS && distance === 2 * retired}`);

export {};
