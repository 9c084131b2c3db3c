console.log(2 ** 10, 2 ** -1, 2 ** 0.5, (-8) ** (1 / 3), (-2) ** 3, 10 ** 21, 10 ** -7); // expect: 1024 0.5 1.4142135623730951 NaN -8 1e+21 1e-7
console.log(2 ** 3 ** 2, (2 ** 3) ** 2, (-1) ** 2); // expect: 512 64 1
console.log(NaN ** 0, 1 ** Infinity, (-1) ** Infinity, 0 ** 0, 0 ** -1, (-0) ** -1, (-0) ** -2); // expect: 1 NaN NaN 1 Infinity -Infinity Infinity
let n = 3;
n **= 2;
n **= 2;
console.log(n); // expect: 81
