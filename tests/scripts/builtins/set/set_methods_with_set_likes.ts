const log: string[] = [];
const like: any = {
  get size() { log.push("size"); return 2; },
  has(v: any) { log.push("has " + v); return v === 2; },
  keys() { log.push("keys"); return [2, 7][Symbol.iterator](); },
};
const s: any = new Set([1, 2]);
console.log(s.intersection(like), s.difference(like), s.union(like)); // expect: Set(1) { 2 } Set(1) { 1 } Set(3) { 1, 2, 7 }
console.log(log.join()); // expect: size,has 1,has 2,size,has 1,has 2,size,keys
for (const bad of [[1], {}, { size: NaN, has() {}, keys() {} }, { size: 1 }, { size: 1, has() {} }, { size: -1, has() {}, keys() {} }]) {
  try {
    s.union(bad);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: RangeError
  }
}
