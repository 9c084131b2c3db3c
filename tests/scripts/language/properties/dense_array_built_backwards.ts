const a: number[] = [];
for (let i = 999; i >= 0; i--) a[i] = i;
let sum = 0;
for (const x of a) sum += x;
console.log(a.length, sum, a[0], a[999], Object.keys(a).length); // expect: 1000 499500 0 999 1000
