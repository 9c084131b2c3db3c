const s = " \t\n\u00a0\ufeff\u2003x y\r\n ";
console.log([s.trim(), s.trimStart().length, s.trimEnd().length, "".trim(), "\u200b".trim().length, (s as any).trimLeft === s.trimStart]); // expect: [ 'x y', 6, 9, '', 1, true ]
console.log("5".padStart(3), "5".padStart(3, "0"), "5".padEnd(4, "ab"), "abc".padStart(2), "x".padStart(6, "123"), "x".padStart(5, "") , "x".padEnd(3, undefined) + "|", "x".padStart(3, 7 as any)); // expect:   5 005 5aba abc 12312x x x  | 77x
