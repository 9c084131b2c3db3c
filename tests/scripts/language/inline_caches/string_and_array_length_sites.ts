const n = (x: any) => x.length;
let sum = 0;
for (let i = 0; i < 50; i++) sum += n(i % 2 ? "abc" : [1, 2]);
console.log(sum, n({ length: "own" }), n(""), n([]), n(function (a: any) {})); // expect: 125 own 0 0 1
