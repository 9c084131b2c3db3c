const fs: (() => unknown)[] = [];
for (const value of [1, 2]) {
  try {
    throw value;
  } catch (e) {
    fs.push(() => e);
  }
}
console.log(fs.map((f) => f()).join()); // expect: 1,2
