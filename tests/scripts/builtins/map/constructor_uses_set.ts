class Loud<K, V> extends Map<K, V> {
  set(k: K, v: V) {
    console.log("set", k);
    return super.set(k, v);
  }
}
new Loud([["a", 1], ["b", 2]]); // expect: set a
// expect: set b
for (const bad of [5, [1], [["a", 1], null]]) {
  try {
    new Map(bad as any);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
try {
  (Map as any)();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Constructor Map requires 'new'
}
