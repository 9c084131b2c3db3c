// Map and Set: adding, finding, deleting, iterating, objects as keys.
const map = new Map(), set = new Set(), keys = [];
for (let i = 0; i < 5000; i++) { map.set(i * 7, i); set.add(i * 13 % 1009); keys.push({ i }); }
for (const key of keys) map.set(key, key.i);
let sum = 0;
for (let i = 0; i < 5000; i++) { sum += map.get(i * 7) + (set.has(i) ? 1 : 0); if (i % 2) map.delete(i * 7); }
for (const [key, value] of map) if (typeof key === "object") sum += value;
console.log("collections", sum, map.size, set.size);
