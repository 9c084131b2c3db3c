console.log(Object.isFrozen({}), Object.isFrozen(Object.preventExtensions({})), Object.isFrozen(1), Object.isSealed("s"), Object.isExtensible(1)); // expect: false true true true false
const a = Object.freeze([1, [2]]);
console.log(Object.isFrozen(a), Object.isFrozen(a[1]), Object.freeze(5), Object.getOwnPropertyDescriptor(a, 0)); // expect: true false 5 { value: 1, writable: false, enumerable: true, configurable: false }
const acc = Object.freeze({ get x() { return 1; }, set x(v) { console.log("set", v); } });
acc.x = 2; // expect: set 2
console.log(Object.isFrozen(acc)); // expect: true
