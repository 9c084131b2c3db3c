import QuickLRU from "quick-lru";

const evicted = [];
const lru = new QuickLRU({ maxSize: 3, onEviction: (k, v) => evicted.push([k, v]) });
for (const k of "abcdefg") { lru.set(k, k.charCodeAt(0)); lru.get("a"); }
console.log(lru.size, [...lru.keys()], lru.has("a"), lru.peek("g"), evicted);
lru.resize(1);
console.log([...lru.entriesDescending()], [...lru.entriesAscending()], lru.maxSize, lru.delete("zz"));
class Loud extends QuickLRU { get(k) { return super.get(k) ?? "missing " + k; } }
console.log(new Loud({ maxSize: 2 }).get("q"), String(lru));
