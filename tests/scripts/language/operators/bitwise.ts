console.log(5 & 3, 5 | 3, 5 ^ 3, ~5, ~-1, ~~3.7, ~~-3.7); // expect: 1 7 6 -6 0 3 -3
console.log(2147483648 | 0, 4294967295 | 0, 4294967296 | 0, 1e20 | 0, -1e20 | 0, 2 ** 53 | 0); // expect: -2147483648 -1 0 1661992960 -1661992960 0
console.log(NaN | 0, Infinity | 0, -Infinity | 0, "12" | 0, null! | 0, undefined! | 0, [] as any | 0); // expect: 0 0 0 12 0 0 []
console.log(1.9 & 1, -1.9 | 0, 6442450943 & 4294967295, 0xffffffff ^ 0); // expect: 1 -1 2147483647 -1
