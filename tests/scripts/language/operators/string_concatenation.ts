let s = "";
for (let i = 0; i < 20; i++) s += i;
console.log(s, s.length); // expect: 012345678910111213141516171819 30
let r = "";
for (let i = 0; i < 5; i++) r = i + r;
console.log(r); // expect: 43210
console.log("a" + 1 + 2, 1 + 2 + "a", "a" + (1 + 2), "" + -0, "" + null + undefined + true); // expect: a12 3a a3 0 nullundefinedtrue
