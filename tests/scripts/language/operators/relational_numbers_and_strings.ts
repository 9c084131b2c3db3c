console.log(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, NaN < 1, NaN >= NaN, 1 < NaN); // expect: true false true false false false false
console.log("a" < "b", "B" < "a", "10" < "9", "10" < (9 as any), "abc" < "abcd", "" < "a", "é" > "z"); // expect: true true true false true true true
console.log("x" < (1 as any), null! < 1, null! >= 0, undefined! < 1, true < (2 as any), ([2] as any) > 1); // expect: false true true false true true
console.log("\u{1F600}" < "\uffff", "z" < "\u0100", Infinity > 1e308, -Infinity < -1e308, -0 < 0, 0 <= -0); // expect: true true true true false true
