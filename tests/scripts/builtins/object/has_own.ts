const o = Object.create({ inherited: 1 });
o.own = undefined;
console.log(Object.hasOwn(o, "own"), Object.hasOwn(o, "inherited"), o.hasOwnProperty("own"), Object.hasOwn("abc", 1), Object.hasOwn([1], "length")); // expect: true false true true true
console.log(o.propertyIsEnumerable("own"), [].propertyIsEnumerable.call([1], "length"), Object.prototype.isPrototypeOf(o), o.isPrototypeOf({})); // expect: true false true false
console.log(Object.hasOwn({ 1: 1 }, 1), Object.hasOwn([, 1], 0), Object.hasOwn(() => 1, "name")); // expect: true false true
