const pairs: [any, any][] = [["6", "3"], ["6", 4], [true, "2"], [null, 5], [undefined, 1], ["x", 1], [[], 2], [[7], 2], [{}, 2]];
for (const [a, b] of pairs) console.log(a - b, a * b, a / b, a % b, a ** b); // expect: 3 18 2 0 216
// expect: 2 24 1.5 2 1296
// expect: -1 2 0.5 1 1
// expect: -5 0 0 0 0
// expect: NaN NaN NaN NaN NaN
// expect: NaN NaN NaN NaN NaN
// expect: -2 0 0 0 0
// expect: 5 14 3.5 1 49
// expect: NaN NaN NaN NaN NaN
