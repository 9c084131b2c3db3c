const values = [1.5, -1.5, 0.5, -0.5, 2.5, 1.4999999999999998, -0.2, 0.49999999999999994, NaN, Infinity, -Infinity, 4503599627370495.5, "3.7" as any];
console.log(values.map(Math.round)); // expect: [
// expect:   2,
// expect:   -1,
// expect:   1,
// expect:   -0,
// expect:   3,
// expect:   1,
// expect:   -0,
// expect:   0,
// expect:   NaN,
// expect:   Infinity,
// expect:   -Infinity,
// expect:   4503599627370496,
// expect:   4
// expect: ]
console.log(values.map(Math.floor)); // expect: [
// expect:   1,
// expect:   -2,
// expect:   0,
// expect:   -1,
// expect:   2,
// expect:   1,
// expect:   -1,
// expect:   0,
// expect:   NaN,
// expect:   Infinity,
// expect:   -Infinity,
// expect:   4503599627370495,
// expect:   3
// expect: ]
console.log(values.map(Math.ceil)); // expect: [
// expect:   2,
// expect:   -1,
// expect:   1,
// expect:   -0,
// expect:   3,
// expect:   2,
// expect:   -0,
// expect:   1,
// expect:   NaN,
// expect:   Infinity,
// expect:   -Infinity,
// expect:   4503599627370496,
// expect:   4
// expect: ]
console.log(values.map(Math.trunc)); // expect: [
// expect:   1,
// expect:   -1,
// expect:   0,
// expect:   -0,
// expect:   2,
// expect:   1,
// expect:   -0,
// expect:   0,
// expect:   NaN,
// expect:   Infinity,
// expect:   -Infinity,
// expect:   4503599627370495,
// expect:   3
// expect: ]
console.log([0, -0, 5, -3, NaN, Infinity].map(Math.sign), Object.is(Math.round(-0.2), -0), Object.is(Math.ceil(-0.5), -0)); // expect: [ 0, -0, 1, -1, NaN, 1 ] true true
