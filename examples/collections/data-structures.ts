// A stack, a queue, a heap, a linked list and a search tree, each with a check of its order.

class Queue<T> {
  private items: (T | undefined)[] = [];
  private head = 0;

  get size(): number {
    return this.items.length - this.head;
  }

  enqueue(...items: T[]): this {
    this.items.push(...items);
    return this;
  }

  dequeue(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.items[this.head];
    this.items[this.head++] = undefined;
    if (this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }
}

const queue = new Queue<number>().enqueue(1, 2, 3);
const served = [queue.dequeue(), queue.dequeue()];
queue.enqueue(4);
console.log("queue:", served, "left:", queue.size, "next:", queue.dequeue());

class Heap<T> {
  private readonly items: T[] = [];

  constructor(private readonly before: (left: T, right: T) => boolean) {}

  push(item: T): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(item, this.items[parent]!)) break;
      this.items[at] = this.items[parent]!;
      at = parent;
    }
    this.items[at] = item;
  }

  pop(): T | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.before(this.items[child + 1]!, this.items[child]!)) child++;
      if (!this.before(this.items[child]!, last)) break;
      this.items[at] = this.items[child]!;
      at = child;
    }
    this.items[at] = last;
    return top;
  }
}

const heap = new Heap<{ task: string; urgency: number }>((left, right) => left.urgency > right.urgency);
for (const [task, urgency] of [["sleep", 1], ["eat", 5], ["run", 9], ["read", 3]] as const) heap.push({ task, urgency });
const order: string[] = [];
for (let next = heap.pop(); next !== undefined; next = heap.pop()) order.push(next.task);
console.log("by urgency:", order);

type List<T> = { head: T; tail: List<T> } | null;
const list = <T>(...items: T[]): List<T> => items.reduceRight<List<T>>((tail, head) => ({ head, tail }), null);
const reverse = <T>(from: List<T>, onto: List<T> = null): List<T> =>
  from === null ? onto : reverse(from.tail, { head: from.head, tail: onto });
console.log("list:", list(1, 2));
const show = (items: List<unknown>): string => (items === null ? "nil" : `${items.head} -> ${show(items.tail)}`);
console.log("reversed:", show(reverse(list("a", "b", "c"))));

class SearchTree<K, V> {
  private root: { key: K; value: V; left?: SearchTree<K, V>; right?: SearchTree<K, V> } | undefined;

  set(key: K, value: V): this {
    if (this.root === undefined) this.root = { key, value };
    else if (key === this.root.key) this.root.value = value;
    else if (key < this.root.key) (this.root.left ??= new SearchTree()).set(key, value);
    else (this.root.right ??= new SearchTree()).set(key, value);
    return this;
  }

  get(key: K): V | undefined {
    if (this.root === undefined || key === this.root.key) return this.root?.value;
    return (key < this.root.key ? this.root.left : this.root.right)?.get(key);
  }

  visit(see: (key: K, value: V) => void): void {
    if (this.root === undefined) return;
    this.root.left?.visit(see);
    see(this.root.key, this.root.value);
    this.root.right?.visit(see);
  }
}

const tree = new SearchTree<string, number>();
for (const word of "the quick brown fox jumps over the lazy dog".split(" ")) tree.set(word, (tree.get(word) ?? 0) + 1);
const counted: string[] = [];
tree.visit((word, count) => counted.push(`${word}:${count}`));
console.log(counted.join(" "));
console.log("fox:", tree.get("fox"), "cat:", tree.get("cat"));

export {};
