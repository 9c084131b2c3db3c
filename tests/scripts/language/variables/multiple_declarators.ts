let a = 1, b = a + 1, c = b + 1;
console.log(a, b, c); // expect: 1 2 3
let u, v = u;
console.log(u, v); // expect: undefined undefined
