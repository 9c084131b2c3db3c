function f(a: any, b: any) {}
console.log(Object.getOwnPropertyDescriptors(f)); // expect: {
// expect:   length: { value: 2, writable: false, enumerable: false, configurable: true },
// expect:   name: {
// expect:     value: 'f',
// expect:     writable: false,
// expect:     enumerable: false,
// expect:     configurable: true
// expect:   },
// expect:   prototype: { value: {}, writable: true, enumerable: false, configurable: false }
// expect: }
try {
  (f as any).name = "g";
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
Object.defineProperty(f, "name", { value: "renamed" });
console.log(f.name, f.length); // expect: renamed 2
