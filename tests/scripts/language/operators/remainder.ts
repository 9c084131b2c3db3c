console.log(5 % 3, -5 % 3, 5 % -3, -5 % -3); // expect: 2 -2 2 -2
console.log(5.5 % 2, -5.5 % 2, 1e17 % 7, 2 ** 53 % 3, 0.3 % 0.1); // expect: 1.5 -1.5 5 2 0.09999999999999998
console.log(5 % 0, Infinity % 2, 2 % Infinity, -2 % Infinity, NaN % 1, 0 % 5); // expect: NaN NaN 2 -2 NaN 0
console.log(Object.is(-4 % 2, -0), Object.is(-0 % 5, -0), Object.is(4 % -2, 0)); // expect: true true true
