// Creation, property access and closures, each a hundred thousand times, with a check of what came out.

const ROUNDS = 100_000;

interface Item {
  id: number;
  name: string;
  tags: string[];
}

function create(): number {
  let made = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const item: Item = { id: i, name: "item" + (i % 10), tags: ["a", "b"] };
    if (item.id === i && item.tags.length === 2) made++;
  }
  return made;
}

function access(): number {
  const item = { a: 1, b: 2, c: { d: 3 } };
  let sum = 0;
  for (let i = 0; i < ROUNDS; i++) {
    sum += item.a + item.b + item.c.d;
    item.a = i % 2;
    item.c.d = 3 - (i % 2);
  }
  return sum;
}

function closures(): number {
  const counter = (start: number) => {
    let count = start;
    return () => ++count;
  };
  let sum = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const next = counter(i);
    next();
    sum += next() - i;
  }
  return sum;
}

function check(what: string, got: number, wanted: number): void {
  console.log(`${what}: ${got} ${got === wanted ? "ok" : `but wanted ${wanted}`}`);
}

check("objects created", create(), ROUNDS);
check("properties read", access(), 5 * ROUNDS + 1);
check("closures called", closures(), 2 * ROUNDS);

export {};
