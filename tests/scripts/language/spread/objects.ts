const base = { a: 1, b: 2 };
console.log({ ...base, b: 3, c: 4 }, { b: 0, ...base }, { ...null, ...undefined, ...(5 as any), ...([7] as any), ..."hi" }); // expect: { a: 1, b: 3, c: 4 } { b: 2, a: 1 } { '0': 'h', '1': 'i' }
const withGetter = { get now() { return "computed"; }, ...base };
console.log(Object.getOwnPropertyDescriptor({ ...withGetter }, "now")); // expect: {
// expect:   value: 'computed',
// expect:   writable: true,
// expect:   enumerable: true,
// expect:   configurable: true
// expect: }
console.log({ ...Object.create({ inherited: 1 }), own: 2 }); // expect: { own: 2 }
