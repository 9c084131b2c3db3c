const fs: (() => number)[] = [];
let n = 0;
while (n < 3) {
  const copy = n++;
  fs.push(() => copy + n);
}
console.log(fs.map((f) => f()).join()); // expect: 3,4,5
