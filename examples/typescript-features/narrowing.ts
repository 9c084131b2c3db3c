// Unions and the ways to tell their members apart.

type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "square"; side: number }
  | { kind: "polygon"; points: [number, number][] };

function never(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`);
}

function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return Math.PI * shape.radius ** 2;
    case "square":
      return shape.side ** 2;
    case "polygon": {
      let twice = 0;
      for (const [index, [x, y]] of shape.points.entries()) {
        const [nextX, nextY] = shape.points[(index + 1) % shape.points.length]!;
        twice += x * nextY - nextX * y;
      }
      return Math.abs(twice) / 2;
    }
    default:
      return never(shape);
  }
}
console.log(area({ kind: "circle", radius: 2 }).toFixed(4));
console.log(area({ kind: "square", side: 3 }));
console.log(area({ kind: "polygon", points: [[0, 0], [4, 0], [4, 3]] }));
try {
  area({ kind: "line" } as unknown as Shape);
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}

function format(value: string | number | boolean | null | undefined | readonly unknown[] | (() => string)): string {
  if (value == null) return "nothing";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return value.toFixed(1);
  if (typeof value === "function") return value();
  if (Array.isArray(value)) return `[${value.map((item) => format(item as string)).join("; ")}]`;
  return value ? "yes" : "no";
}
console.log(["a", 1, true, null, undefined, [1, "b"], () => "called"].map((value) => format(value)).join(" | "));

interface Cat {
  meow(): string;
}
interface Dog {
  bark(): string;
}
const isCat = (pet: Cat | Dog): pet is Cat => "meow" in pet;
const speak = (pet: Cat | Dog) => (isCat(pet) ? pet.meow() : pet.bark());
console.log(speak({ meow: () => "miau" }), speak({ bark: () => "wuff" }));

function assertString(value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError(`not a string: ${String(value)}`);
}
try {
  const value: unknown = 42;
  assertString(value);
  console.log(value.length);
} catch (error) {
  console.log(String(error));
}

export {};
