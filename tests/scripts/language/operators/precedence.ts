console.log(1 + 2 * 3 ** 2 - 4 / 2, (1 + 2) * 3, 2 + 3 + "4" + 5 + 6); // expect: 17 9 5456
console.log(!true || true, 1 < 2 === true, 5 & 3 | 8, 1 + 2 << 1, ~1 + 1, -2 + 3); // expect: true true 9 6 -1 1
console.log(true ? false ? 1 : 2 : 3, (1, 2) + 3, typeof 1 + 1, !1 + 1); // expect: 2 5 number1 1
console.log(3 > 2 > (1 as any), 1 == (1 as any) == (1 as any), 7 - 2 - 1, 100 / 10 / 5, 6 % 4 * 2); // expect: false true 4 2 4
