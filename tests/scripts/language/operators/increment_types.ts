const inc = (v: any) => { let x = v; const before = x++; return [before, x]; };
console.log([1, 1.5, "5", "x", null, undefined, true, [3], {}, -0, 2147483647, 2 ** 53].map(inc).join(" | ")); // expect: 1,2 | 1.5,2.5 | 5,6 | NaN,NaN | 0,1 | NaN,NaN | 1,2 | 3,4 | NaN,NaN | 0,1 | 2147483647,2147483648 | 9007199254740992,9007199254740992
