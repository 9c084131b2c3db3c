let s: any = "41";
const before = s++;
console.log(typeof before, before, typeof s, s); // expect: number 41 number 42
let x: any = "abc";
console.log(x++, x); // expect: NaN NaN
let z: any = null;
console.log(z--, z); // expect: 0 -1
