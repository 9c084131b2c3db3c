const s = Symbol("s");
const source = Object.create({ inherited: 1 }, {
  hidden: { value: 2, enumerable: false },
  shown: { get: () => "got", enumerable: true },
});
Object.assign(source, { b: 1, a: 2, 3: 4, [s]: 5 });
const { b, ...rest } = source;
console.log(rest, "inherited" in rest, "hidden" in rest); // expect: { '3': 4, shown: 'got', a: 2, [Symbol(s)]: 5 } false false
console.log(Object.getOwnPropertyDescriptor(rest, "shown")); // expect: { value: 'got', writable: true, enumerable: true, configurable: true }
const { ["a"]: a, 3: three, ...more } = source;
console.log(Object.keys(more), Object.getPrototypeOf(more) === Object.prototype); // expect: [ 'shown', 'b' ] true
