const ArrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
const IteratorPrototype = Object.getPrototypeOf(ArrayIteratorPrototype);
console.log(Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) === IteratorPrototype, Object.getPrototypeOf(Object.getPrototypeOf(""[Symbol.iterator]())) === IteratorPrototype, Object.getPrototypeOf(Object.getPrototypeOf(new Set().values())) === IteratorPrototype); // expect: true true true
console.log(Object.hasOwn(ArrayIteratorPrototype, "next"), ArrayIteratorPrototype[Symbol.toStringTag], IteratorPrototype[Symbol.iterator].call("x") === "x", Object.getPrototypeOf(new Map().keys())[Symbol.toStringTag]); // expect: true Array Iterator true Map Iterator
try {
  ArrayIteratorPrototype.next.call({});
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
