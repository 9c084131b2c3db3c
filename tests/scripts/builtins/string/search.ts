const s = "canal canal";
console.log(s.indexOf("an"), s.indexOf("an", 2), s.lastIndexOf("an"), s.lastIndexOf("an", 6), s.indexOf("x"), s.indexOf(""), s.indexOf("", 99), s.lastIndexOf(""), s.indexOf("an", -5), s.lastIndexOf("c", -1)); // expect: 1 7 7 1 -1 0 11 11 1 0
console.log(s.includes("nal c"), s.includes("canal", 1), s.includes("canal", 7), s.startsWith("can"), s.startsWith("nal", 2), s.endsWith("nal"), s.endsWith("can", 3), s.includes(""), s.endsWith("", 0)); // expect: true true false true true true true true true
console.log("undefined".indexOf(), "null".includes(null as any), "1,2".startsWith([1, 2] as any), "漢字かな".indexOf("か"), "aé".indexOf("漢")); // expect: 0 true true 2 -1
