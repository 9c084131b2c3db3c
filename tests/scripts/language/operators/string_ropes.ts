// Long strings made of many parts read like any others.
let s = "";
for (let i = 0; i < 1000; i++) s += "ab" + i;
let back = "";
for (let i = 0; i < 1000; i++) back = "é" + back;
console.log(s.length, s[0], s[500], s.slice(-6), s.indexOf("ab999")); // expect: 4890 a a 8ab999 4885
console.log(back.length, back === "é".repeat(1000), (s + back).length, (back + s).charCodeAt(1000)); // expect: 1000 true 5890 97
let twice = "xy";
for (let i = 0; i < 10; i++) twice += twice;
console.log(twice.length, twice[2047], twice.split("x").length); // expect: 2048 y 1025
