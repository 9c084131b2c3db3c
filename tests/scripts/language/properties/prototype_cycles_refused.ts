const a: any = {}, b = Object.create(a);
try {
  Object.setPrototypeOf(a, b);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cyclic __proto__ value
}
try {
  a.__proto__ = a;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cyclic __proto__ value
}
for (const bad of [1, "s", undefined]) {
  try {
    Object.setPrototypeOf({}, bad as any);
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Object prototype may only be an Object or null: 1
    // expect: TypeError: Object prototype may only be an Object or null: s
    // expect: TypeError: Object prototype may only be an Object or null: undefined
  }
}
a.__proto__ = 5;
console.log(Object.getPrototypeOf(a) === Object.prototype); // expect: true
