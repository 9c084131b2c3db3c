console.log(7 / 2, 6 / 3, -7 / 2, 1 / 3, 0.1 / 0.3); // expect: 3.5 2 -3.5 0.3333333333333333 0.33333333333333337
console.log(1 / 0, -1 / 0, 0 / 0, 1 / -0, Infinity / Infinity, 0 / 5); // expect: Infinity -Infinity NaN -Infinity NaN 0
console.log(Object.is(0 / -5, -0), Object.is(-0 / 5, -0)); // expect: true true
