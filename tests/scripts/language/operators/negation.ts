console.log(-"5", -true, -null!, -(undefined as any), -[] as any, -"x"); // expect: -5 -1 -0 NaN -0 NaN
console.log(Object.is(-0, 0), Object.is(-(-0), 0), 1 / -0); // expect: false true -Infinity
let n = 5;
console.log(- -n, -(+n), - - -n); // expect: 5 -5 -5
