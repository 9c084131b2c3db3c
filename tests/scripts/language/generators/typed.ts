// TypeScript's types on generators and async functions leave no trace.
function* numbers<T extends number>(...items: T[]): Generator<T, string, boolean | undefined> {
  for (const item of items) {
    const skip: boolean | undefined = yield item;
    if (skip) return "skipped" as const;
  }
  return "done";
}
const it: Generator<number, string, boolean | undefined> = numbers<1 | 2>(1, 2);
console.log(it.next(), it.next(), it.next(true)); // expect: { value: 1, done: false } { value: 2, done: false } { value: 'skipped', done: true }
class Tree<T> implements Iterable<T> {
  constructor(private readonly value: T, private readonly children: Tree<T>[] = []) {}
  *[Symbol.iterator](this: Tree<T>): IterableIterator<T> {
    yield this.value;
    for (const child of this.children) yield* child as Iterable<T>;
  }
  async *slowly(): AsyncGenerator<T, void, void> {
    for (const item of this) yield (await Promise.resolve(item))!;
  }
}
const tree = new Tree<string>("root", [new Tree("left", [new Tree("leaf")]), new Tree("right")]);
console.log([...tree]); // expect: [ 'root', 'left', 'leaf', 'right' ]
const collect = async <T,>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(<T>item);
  return all;
};
console.log(await collect(tree.slowly())); // expect: [ 'root', 'left', 'leaf', 'right' ]
enum Step { First, Second = "second" }
async function steps(this: void, step: Step = Step.First): Promise<Step> { return await (step satisfies Step); }
console.log(await steps(), await steps(Step.Second)); // expect: 0 second
