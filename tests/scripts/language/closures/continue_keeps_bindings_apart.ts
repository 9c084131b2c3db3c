const fs: (() => number)[] = [];
for (let i = 0; i < 5; i++) {
  const square = i * i;
  if (i % 2) continue;
  fs.push(() => square + i);
}
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    fs.push(() => 100 + i * 10 + j);
  }
}
console.log(fs.map((f) => f()).join()); // expect: 0,6,20,100,110,120
