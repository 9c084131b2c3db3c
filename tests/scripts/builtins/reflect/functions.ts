const o: any = { a: 1, get b() { return this; }, set b(v) { this.c = v; } };
const other: any = {};
console.log(Reflect.get(o, "b", other) === other, Reflect.get(o, "a"), Reflect.get(o, "none")); // expect: true 1 undefined
console.log(Reflect.set(o, "b", 5, other), other, Reflect.set(o, "a", 6, other), other); // expect: true { c: 5, a: 6 } true { c: 5, a: 6 }
console.log(Reflect.set(Object.freeze({ x: 1 }), "x", 2), Reflect.set({}, "x", 1, 1), Reflect.set([], "length", 2)); // expect: false false true
console.log(Reflect.has(o, "a"), Reflect.deleteProperty(o, "a"), Reflect.deleteProperty(Object.freeze([1]), 0)); // expect: true true false
console.log(Reflect.ownKeys({ z: 1, 2: 1, [Symbol.iterator]: 1, 1: 1 })); // expect: [ '1', '2', 'z', Symbol(Symbol.iterator) ]
console.log(Reflect.defineProperty(o, "d", { value: 1 }), Reflect.defineProperty(o, "d", { value: 2 })); // expect: true false
console.log(Reflect.getOwnPropertyDescriptor(o, "d"), Reflect.getOwnPropertyDescriptor(o, "e")); // expect: { value: 1, writable: false, enumerable: false, configurable: false } undefined
console.log(Reflect.getPrototypeOf([]) === Array.prototype, Reflect.setPrototypeOf(o, null), Reflect.setPrototypeOf(Object.freeze({}), {})); // expect: true true false
console.log(Reflect.isExtensible(o), Reflect.preventExtensions(o), Reflect.isExtensible(o)); // expect: true true false
console.log(Reflect.apply(Math.max, null, [1, 3, 2]), Reflect.apply(function (this: any) { return this; }, 7, { length: 0 })); // expect: 3 7
class A { kind: string; constructor() { this.kind = new.target.name; } }
class B {}
console.log(Reflect.construct(A, [], B) instanceof B, Reflect.construct(A, [], B).kind, Reflect.construct(Array, [3]).length); // expect: true B 3
function proto() {}
const bound = proto.bind(null);
Object.defineProperty(bound, "prototype", { get() { return Array.prototype; } });
console.log(Reflect.construct(function () {}, [], bound) instanceof Array, Reflect.construct(Map, [], bound) instanceof Array); // expect: true true
const kinds: string[] = [];
for (const f of [() => Reflect.get(1 as any, "x"), () => Reflect.construct((() => 1) as any, []), () => Reflect.apply(1 as any, null, [])]) {
  try { f(); } catch (e) { kinds.push((e as Error).name); }
}
console.log(kinds); // expect: [ 'TypeError', 'TypeError', 'TypeError' ]
console.log(Object.prototype.toString.call(Reflect), Reflect.set.length, typeof Reflect); // expect: [object Reflect] 3 object
