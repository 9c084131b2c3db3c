const values: any[] = ["3", true, false, null, undefined, [], [5], [1, 2], {}, "-0", "\n", () => 1];
console.log(values.map((v) => +v)); // expect: [
// expect:   3,   1,   0,   0, NaN,
// expect:   0,   5, NaN, NaN,  -0,
// expect:   0, NaN
// expect: ]
console.log(Object.is(+"-0", -0), Object.is(+[], 0)); // expect: true true
