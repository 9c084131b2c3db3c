// Methods are writable, configurable and not enumerable; prototypes of constructors are fixed.
const d = (o: object, k: PropertyKey) => { const x = Object.getOwnPropertyDescriptor(o, k)!; return [x.writable, x.enumerable, x.configurable].map(Number).join(""); };
console.log(d(Array.prototype, "map"), d(Array, "prototype"), d(Math, "max"), d(Math, "PI"), d(globalThis, "Map"), d(Array.prototype.map, "length"), d(Array.prototype.map, "name"), d(Array.prototype, "length"), d(Symbol, "iterator"), d(Map.prototype, Symbol.toStringTag), d(String.prototype, "constructor")); // expect: 101 000 101 000 101 001 001 100 000 001 101
const keys: string[] = [];
for (const k in [1]) keys.push(k);
for (const k in "a" as any) keys.push(k);
console.log(keys, Object.keys(Math), Object.keys(globalThis).includes("Array")); // expect: [ '0', '0' ] [] false
