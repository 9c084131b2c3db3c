const o: any = {};
console.log(Object.defineProperty(o, "a", { value: 1, enumerable: true }) === o); // expect: true
Object.defineProperty(o, Symbol.for("s"), { get: () => 1, enumerable: true });
Object.defineProperties(o, { b: { value: 2, enumerable: true }, c: { value: 3 } });
console.log(o, Object.getOwnPropertyNames(o)); // expect: { a: 1, b: 2, [Symbol(s)]: [Getter] } [ 'a', 'b', 'c' ]
for (const f of [
  () => Object.defineProperty(1 as any, "x", {}),
  () => Object.defineProperty({}, "x", 5 as any),
  () => Object.defineProperty({}, "x", { get: 5 } as any),
  () => Object.defineProperty({}, "x", { get() {}, value: 1 } as any),
]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Object.defineProperty called on non-object
    // expect: TypeError: Property description must be an object: 5
    // expect: TypeError: Getter must be a function: 5
    // expect: TypeError: Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>
  }
}
