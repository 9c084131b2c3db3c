const o: any = { x: 1, y: 2 };
Object.defineProperty(o, "x", { enumerable: false });
console.log(Object.keys(o), o.x); // expect: [ 'y' ] 1
Object.defineProperty(o, "x", { writable: false });
try {
  o.x = 5;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'x' of object '#<Object>'
}
Object.defineProperty(o, "x", { value: 7 });
Object.defineProperty(o, "y", { get: () => "computed", configurable: true });
console.log(o.x, o.y, Object.getOwnPropertyDescriptor(o, "x"), Object.keys(o)); // expect: 7 computed { value: 7, writable: false, enumerable: false, configurable: true } [ 'y' ]
Object.defineProperty(o, "y", { value: "data again" });
console.log(Object.getOwnPropertyDescriptor(o, "y")); // expect: {
// expect:   value: 'data again',
// expect:   writable: false,
// expect:   enumerable: true,
// expect:   configurable: true
// expect: }
