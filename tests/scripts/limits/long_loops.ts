let n = 0;
for (let i = 0; i < 300_000; i++) n = (n * 31 + i) | 0;
console.log(n); // expect: -601855504
let text = "";
for (let i = 0; i < 20_000; i++) text += String.fromCharCode(97 + (i % 26));
console.log(text.length, text.slice(0, 5), text.lastIndexOf("z")); // expect: 20000 abcde 19993
