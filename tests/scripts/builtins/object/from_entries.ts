console.log(Object.fromEntries([["a", 1], ["b", 2], ["a", 3]]), Object.fromEntries(new Map([["k", "v"]]))); // expect: { a: 3, b: 2 } { k: 'v' }
console.log(Object.fromEntries(Object.entries({ x: 1, y: 2 }).map(([k, v]) => [k.toUpperCase(), v * 10]))); // expect: { X: 10, Y: 20 }
console.log(Object.fromEntries([{ 0: "key", 1: "value" }] as any), Object.fromEntries([])); // expect: { key: 'value' } {}
for (const bad of [null, [1], 5]) {
  try {
    Object.fromEntries(bad as any);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
