// Integer operands take a quick way that must agree with the slow one.
let sum = 0;
for (let i = -20; i <= 20; i++) for (let j = -4; j <= 4; j++) if (j !== 0) sum += (i % j) * (j + 10);
console.log(sum); // expect: 0
console.log(4294967296 % 3, -4294967296 % 7, 2147483648 % -2147483648, -2147483648 % -1); // expect: 1 -4 0 -0
console.log(9007199254740991 % 10, 9007199254740993 % 2, 1e300 % 3); // expect: 1 0 0
