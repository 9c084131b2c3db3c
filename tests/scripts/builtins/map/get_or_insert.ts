const map: any = new Map([["a", 1]]);
console.log(map.getOrInsert("a", 2), map.getOrInsert("b", 3), map.getOrInsertComputed("c", (key: string) => key + "!"), map.size); // expect: 1 3 c! 3
const weak: any = new WeakMap();
const key = {};
console.log(weak.getOrInsert(key, 1), weak.getOrInsertComputed(key, () => 2), weak.getOrInsertComputed([], (k: object) => Array.isArray(k))); // expect: 1 1 true
try { weak.getOrInsert(1, 2); } catch (e) { console.log(String(e)); } // expect: TypeError: Invalid value used as weak map key
console.log(Error.isError(new TypeError()), Error.isError({ __proto__: Error.prototype })); // expect: true false
