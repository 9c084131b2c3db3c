// Type parameters, constraints, conditional and mapped types: all gone at run time, what they describe stays.

function first<T>(items: readonly T[]): T | undefined {
  return items[0];
}
console.log(first([3, 2, 1]), first(["x"]), first<boolean>([]));

const identity = <T,>(value: T): T => value;
console.log(identity<string>("same"), identity(5));

function pluck<T, K extends keyof T>(items: readonly T[], key: K): T[K][] {
  return items.map((item) => item[key]);
}
console.log(pluck([{ id: 1, tag: "a" }, { id: 2, tag: "b" }], "tag"));

class Result<T, E extends Error = Error> {
  private constructor(
    private readonly value: T | undefined,
    private readonly error: E | undefined,
  ) {}

  static ok<T>(value: T): Result<T, never> {
    return new Result<T, never>(value, undefined);
  }

  static fail<E extends Error>(error: E): Result<never, E> {
    return new Result<never, E>(undefined, error);
  }

  map<U>(change: (value: T) => U): Result<U, E> {
    return this.error === undefined ? new Result<U, E>(change(this.value as T), undefined) : (this as Result<any, E>);
  }

  or(fallback: T): T {
    return this.error === undefined ? this.value! : fallback;
  }
}
console.log(Result.ok(20).map((n) => n + 1).map((n) => n * 2).or(0));
console.log((Result.fail(new RangeError("too big")) as Result<number, RangeError>).map((n) => n + 1).or(-1));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Getters<T> = { [K in keyof T & string as `get${Capitalize<K>}`]: () => T[K] };
type Element<T> = T extends readonly (infer U)[] ? U : never;

const frozen: { readonly size: number } = { size: 1 };
const thawed: Mutable<typeof frozen> = { ...frozen };
thawed.size = 2;
console.log(frozen.size, thawed.size);

function getters<T extends object>(from: T): Getters<T> {
  const made: Record<string, () => unknown> = {};
  for (const [key, value] of Object.entries(from)) made[`get${key[0]!.toUpperCase()}${key.slice(1)}`] = () => value;
  return made as Getters<T>;
}
const read = getters({ name: "Ada", born: 1815 });
console.log(read.getName(), read.getBorn());

const primes = [2, 3, 5] as const;
const prime: Element<typeof primes> = 5;
console.log(primes.includes(prime));

class Registry<T extends { id: string }> {
  private readonly items = new Map<string, T>();

  add(...items: [T, ...T[]]): this {
    for (const item of items) this.items.set(item.id, item);
    return this;
  }

  [Symbol.iterator]() {
    return this.items.values();
  }
}
for (const { id } of new Registry().add({ id: "one" }, { id: "two" })) console.log("registered:", id);

export {};
