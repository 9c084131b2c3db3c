let n = 5;
console.log(n++, n, ++n, n--, --n); // expect: 5 6 7 7 5
const o: any = { s: "7", u: undefined, t: true };
console.log(o.s++, o.s, ++o.u, o.t--, o.t); // expect: 7 8 NaN 1 0
const a = [1, 2];
let i = 0;
a[i++]++;
a[i++]--;
console.log(a, i); // expect: [ 2, 1 ] 2
