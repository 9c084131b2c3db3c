let n = 0;
const last = (n++, n++, "end");
console.log(last, n); // expect: end 2
for (let i = 0, j = 10; i < j; i += 3, j -= 2) console.log(i, j); // expect: 0 10
// expect: 3 8
