const o = { data: 1, get acc() { return 2; }, set acc(v) {}, [Symbol("s")]: 3 };
console.log(Object.getOwnPropertyDescriptor(o, "data"), Object.getOwnPropertyDescriptor(o, "none")); // expect: { value: 1, writable: true, enumerable: true, configurable: true } undefined
console.log(Object.getOwnPropertyDescriptors(o)); // expect: {
// expect:   data: { value: 1, writable: true, enumerable: true, configurable: true },
// expect:   acc: {
// expect:     get: [Function: get acc],
// expect:     set: [Function: set acc],
// expect:     enumerable: true,
// expect:     configurable: true
// expect:   },
// expect:   [Symbol(s)]: { value: 3, writable: true, enumerable: true, configurable: true }
// expect: }
console.log(Object.getOwnPropertyDescriptor("abc", 1), Object.getOwnPropertyDescriptor([1], "length")); // expect: { value: 'b', writable: false, enumerable: true, configurable: false } { value: 1, writable: true, enumerable: false, configurable: false }
