type Big = 123n;
let n: 1_000 | 0xff = 1_000;
console.log(n); // expect: 1000
