const o = Object.create({ inherited: 1 }, { own: { value: 1 } });
console.log("own" in o, "inherited" in o, "none" in o, "toString" in {}); // expect: true true false true
console.log(0 in [1], 1 in [1], "length" in [], "0" in ["a"], 2 in [, , 1]); // expect: true false true true true
const s = Symbol();
console.log(s in { [s]: 1 }); // expect: true
try {
  console.log("a" in ("abc" as any));
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot use 'in' operator to search for 'a' in abc
}
