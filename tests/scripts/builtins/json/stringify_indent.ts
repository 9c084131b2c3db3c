const o = { a: 1, b: [1, [], {}, { c: [2] }], d: {} };
console.log(JSON.stringify(o, null, 2)); // expect: {
// expect:   "a": 1,
// expect:   "b": [
// expect:     1,
// expect:     [],
// expect:     {},
// expect:     {
// expect:       "c": [
// expect:         2
// expect:       ]
// expect:     }
// expect:   ],
// expect:   "d": {}
// expect: }
console.log(JSON.stringify(o, null, "--")); // expect: {
// expect: --"a": 1,
// expect: --"b": [
// expect: ----1,
// expect: ----[],
// expect: ----{},
// expect: ----{
// expect: ------"c": [
// expect: --------2
// expect: ------]
// expect: ----}
// expect: --],
// expect: --"d": {}
// expect: }
console.log(JSON.stringify([1], null, 20).length, JSON.stringify([1], null, "x".repeat(20)).length, JSON.stringify([1], null, 0), JSON.stringify([1], null, ""), JSON.stringify([1], null, -1), JSON.stringify([1], null, 1.9), JSON.stringify({ a: 1 }, null, new Number(1) as any)); // expect: 15 15 [1] [1] [1] [
// expect:  1
// expect: ] {
// expect:  "a": 1
// expect: }
