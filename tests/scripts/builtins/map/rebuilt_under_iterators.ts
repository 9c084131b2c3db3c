const map = new Map<number, number>();
for (let i = 0; i < 10; i++) map.set(i, i);
const seen: number[] = [];
for (const [key] of map) {
  seen.push(key);
  map.delete(key);
  if (key < 40) map.set(key + 100, 1).set(key + 20, 1);
}
console.log(seen.length, seen.slice(0, 14).join()); // expect: 50 0,1,2,3,4,5,6,7,8,9,100,20,101,21
const cache = new Map<number, number>();
let dropped = 0;
for (let i = 0; i < 3000; i++) {
  cache.set(i, i);
  if (cache.size > 50) {
    const oldest = cache.keys().next().value!;
    dropped += oldest;
    cache.delete(oldest);
  }
}
console.log(cache.size, dropped, [...cache.keys()][0]); // expect: 50 4349775 2950
const cleared = new Map([[1, 1], [2, 2]]);
const keys = cleared.keys();
keys.next();
cleared.clear();
cleared.set(7, 7);
console.log(keys.next(), keys.next(), keys.next()); // expect: { value: 7, done: false } { value: undefined, done: true } { value: undefined, done: true }
