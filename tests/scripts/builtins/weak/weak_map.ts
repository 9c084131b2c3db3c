const map = new WeakMap<object | symbol, unknown>([[Object, "o"]]);
const key = {}, symbol = Symbol("s");
console.log(map.set(key, 1).set(symbol, 2) === map); // expect: true
console.log(map.get(Object), map.get(key), map.get(symbol), map.get({}), map.get(1 as any)); // expect: o 1 2 undefined undefined
console.log(map.has(key), map.delete(key), map.delete(key), map.has(key), map.delete("x" as any)); // expect: true true false false false
for (const bad of [1, "x", null, undefined, Symbol.for("registered")]) {
  try {
    map.set(bad as any, 1);
  } catch (error) {
    console.log(String(error));
  }
}
// expect: TypeError: Invalid value used as weak map key
// expect: TypeError: Invalid value used as weak map key
// expect: TypeError: Invalid value used as weak map key
// expect: TypeError: Invalid value used as weak map key
// expect: TypeError: Invalid value used as weak map key
console.log(map, new WeakSet(), [map]); // expect: WeakMap { <items unknown> } WeakSet { <items unknown> } [ WeakMap { <items unknown> } ]
class Named extends WeakMap {}
console.log(new Named(), Object.prototype.toString.call(map)); // expect: Named [WeakMap] { <items unknown> } [object WeakMap]
console.log(map.set(Symbol.iterator, 3).get(Symbol.iterator)); // expect: 3
