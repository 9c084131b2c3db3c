const o: any = Object.defineProperty({}, "x", { value: 1 });
console.log(Object.getOwnPropertyDescriptor(o, "x"), Object.keys(o), JSON.stringify(o), o.propertyIsEnumerable("x")); // expect: { value: 1, writable: false, enumerable: false, configurable: false } [] {} false
for (const f of [() => { o.x = 2; }, () => { delete o.x; }, () => Object.defineProperty(o, "x", { value: 2 }), () => Object.defineProperty(o, "x", { get() {} })]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'x' of object '#<Object>'
    // expect: TypeError: Cannot delete property 'x' of #<Object>
    // expect: TypeError: Cannot redefine property: x
    // expect: TypeError: Cannot redefine property: x
  }
}
console.log(Object.defineProperty(o, "x", { value: 1, writable: false }).x); // expect: 1
