const s = "abc".repeat(10000);
console.log(s.length, s.indexOf("cab", 20000), s.lastIndexOf("abc"), s.split("b").length, s.replaceAll("abc", "x").length, s.slice(29997), s.toUpperCase().slice(-3)); // expect: 30000 20000 29997 10001 10000 abc ABC
let t = "";
for (let i = 0; i < 3000; i++) t = t + i + ",";
console.log(t.length, t.split(",").length, t.endsWith("2999,"), t.charAt(5000), t.includes("1500,1501")); // expect: 13890 3001 true 1 true
