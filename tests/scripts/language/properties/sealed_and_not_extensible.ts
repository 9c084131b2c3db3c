const s: any = Object.seal({ a: 1 });
s.a = 2;
for (const f of [() => { s.b = 1; }, () => { delete s.a; }, () => Object.defineProperty(s, "c", { value: 1 })]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot add property b, object is not extensible
    // expect: TypeError: Cannot delete property 'a' of #<Object>
    // expect: TypeError: Cannot define property c, object is not extensible
  }
}
const n: any = Object.preventExtensions({ a: 1, b: 2 });
n.a = 5;
delete n.b;
try {
  n.b = 1;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot add property b, object is not extensible
}
console.log(s, n, Object.isSealed(s), Object.isFrozen(s), Object.isSealed(n), Object.isExtensible(n)); // expect: { a: 2 } { a: 5 } true false false false
const list: any = Object.preventExtensions([1]);
try {
  list[1] = 2;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot add property 1, object is not extensible
}
