class LruCache<K, V> {
  private readonly entries = new Map<K, V>();
  hits = 0;
  misses = 0;
  constructor(private readonly limit: number) {}
  get(key: K, compute: (key: K) => V): V {
    if (this.entries.has(key)) {
      this.hits++;
      const value = this.entries.get(key)!;
      this.entries.delete(key);
      this.entries.set(key, value);
      return value;
    }
    this.misses++;
    const value = compute(key);
    this.entries.set(key, value);
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value!);
    return value;
  }
  get keys() { return [...this.entries.keys()]; }
}
const cache = new LruCache<number, string>(3);
for (const n of [1, 2, 3, 1, 4, 2, 1, 5, 5]) cache.get(n, (k) => `value ${k}`);
console.log(cache.keys, cache.hits, cache.misses, cache.get(5, () => "never")); // expect: [ 2, 1, 5 ] 3 6 value 5
