console.log(6 * 7, -3 * 4, 0.1 * 3, 1e200 * 1e200, 2147483647 * 2147483647); // expect: 42 -12 0.30000000000000004 Infinity 4611686014132420600
console.log(Object.is(-1 * 0, -0), Object.is(0 * -0, -0), Infinity * 0, 94906267 * 94906267); // expect: true true NaN 9007199515875288
