interface HasId { id: number }
interface Store<T extends HasId> { add(item: T): this; get(id: number): T | undefined }
class MemoryStore<T extends HasId = HasId> implements Store<T>, Iterable<T> {
  private readonly items = new Map<number, T>();
  add(item: T): this { this.items.set(item.id, item); return this; }
  get<K extends keyof T>(id: number): T | undefined;
  get(id: number) { return this.items.get(id); }
  [Symbol.iterator](): IterableIterator<T> { return this.items.values(); }
}
const s = new MemoryStore<{ id: number; name: string }>().add({ id: 1, name: "one" }).add({ id: 2, name: "two" });
console.log(s.get(2)?.name, [...s].map(({ name }) => name), new (MemoryStore<HasId>)().get(1)); // expect: two [ 'one', 'two' ] undefined
