for (const name of ["undefined", "NaN", "Infinity"]) {
  try {
    (globalThis as any)[name] = 1;
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
console.log(Object.getOwnPropertyDescriptor(globalThis, "undefined"), Object.getOwnPropertyDescriptor(globalThis, "Array")!.enumerable); // expect: {
// expect:   value: undefined,
// expect:   writable: false,
// expect:   enumerable: false,
// expect:   configurable: false
// expect: } false
(globalThis as any).added = 5;
// @ts-ignore
console.log(added, "added" in globalThis, delete (globalThis as any).added); // expect: 5 true true
