const s = "aé漢😀";
console.log(s.length, [...s].length, s.charCodeAt(3).toString(16), s.codePointAt(3)!.toString(16), s[2], s.at(-1) === "\ude00"); // expect: 5 4 d83d 1f600 漢 true
console.log(s.split(""), s.toUpperCase(), s.indexOf("漢"), s.slice(1, 3), "\ud800".length); // expect: [ 'a', 'é', '漢', '\ud83d', '\ude00' ] AÉ漢😀 2 é漢 1
