// Explicit resource management: what `using` declares is disposed of at the end of its block, whatever ends it.

class Connection implements AsyncDisposable {
  static #open = 0;

  private constructor(readonly name: string) {}

  static async connect(name: string): Promise<Connection> {
    await null;
    Connection.#open++;
    console.log(`open ${name} (${Connection.#open} open)`);
    return new Connection(name);
  }

  query(text: string): string {
    if (text === "") throw new SyntaxError("an empty query");
    return `${this.name} answers ${text}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    Connection.#open--;
    console.log(`close ${this.name} (${Connection.#open} open)`);
  }
}

function indent(): Disposable {
  console.group();
  return { [Symbol.dispose]: () => console.groupEnd() };
}

async function ask(...queries: string[]): Promise<void> {
  using _ = indent();
  await using first = await Connection.connect("first");
  await using second = await Connection.connect("second");
  for (const query of queries) {
    console.log(first.query(query));
    console.log(second.query(query));
  }
}

console.log("two queries");
await ask("a", "b");
console.log("one that fails");
await ask("c", "").catch((error: Error) => console.log(String(error)));

// A stack collects resources that are disposed of together, unless they are moved somewhere else first.
async function openBoth(): Promise<AsyncDisposableStack> {
  await using stack = new AsyncDisposableStack();
  stack.use(await Connection.connect("third"));
  stack.use(await Connection.connect("fourth"));
  stack.defer(() => console.log("before both"));
  return stack.move();
}

console.log("a stack");
{
  await using both = await openBoth();
  console.log("in use:", !both.disposed);
}

// Errors of disposal don't hide the error that came first.
try {
  using failing = { [Symbol.dispose]() { throw new Error("while closing"); } };
  throw new Error("while working");
} catch (error) {
  if (error instanceof SuppressedError) {
    console.log(`${error.error.message}, suppressing: ${error.suppressed.message}`);
  }
}
