// A pool that runs at most `limit` tasks at once, with retries and deadlines: promises, async functions and timers.

type Task<T> = () => Promise<T>;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class Pool {
  #running = 0;
  #waiting: (() => void)[] = [];
  highest = 0;

  constructor(readonly limit: number) {}

  async run<T>(task: Task<T>): Promise<T> {
    while (this.#running >= this.limit) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.highest = Math.max(this.highest, ++this.#running);
    try {
      return await task();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }
}

async function retry<T>(times: number, task: (attempt: number) => Promise<T>): Promise<T> {
  const errors: unknown[] = [];
  for (let attempt = 1; attempt <= times; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors, `failed ${times} times`);
}

function deadline<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const pool = new Pool(3);
const results = await Promise.all(
  Array.from({ length: 10 }, (_, i) => pool.run(async () => {
    await sleep(1 + (i * 7) % 3);
    return i * i;
  })),
);
console.log("squares:", results.join(" "));
console.log("at once, at most:", pool.highest);

const flaky = await retry(5, async (attempt) => {
  if (attempt < 3) throw new Error(`attempt ${attempt}`);
  return `worked at attempt ${attempt}`;
});
console.log(flaky);

try {
  await retry(2, async (attempt) => {
    throw new RangeError(`attempt ${attempt}`);
  });
} catch (error) {
  if (error instanceof AggregateError) {
    console.log(`${error.message}: ${error.errors.map(String).join(", ")}`);
  }
}

console.log(await deadline(1000, sleep(1).then(() => "in time")));
await deadline(5, new Promise(() => {})).catch((error: Error) => console.log(error.message));

async function* ticks(count: number): AsyncGenerator<number> {
  for (let i = 1; i <= count; i++) {
    await sleep(1);
    yield i;
  }
}

let sum = 0;
for await (const tick of ticks(5)) sum += tick;
console.log("ticks add up to", sum);
console.log("collected:", await Array.fromAsync(ticks(3), (tick) => `tick ${tick}`));
