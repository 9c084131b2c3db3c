const s = "aé😀";
console.log(s.charAt(1), s.charAt(9) === "", s.charAt(-1) === "", s.charCodeAt(0), s.charCodeAt(9), s.codePointAt(2), s.codePointAt(3), s.codePointAt(9), s.at(0), s.at(-1) === "\ude00", s.at(7)); // expect: é true true 97 NaN 128512 56832 undefined a true undefined
console.log(s.charAt(), s.charAt("1" as any), s.charAt(1.9), s.charAt(NaN), s[1.5 as any], s["0" as any], s[-1]); // expect: a é é a undefined a undefined
