const fs: (() => string)[] = [];
for (const key in { a: 1, b: 2 }) fs.push(() => key);
console.log(fs.map((f) => f()).join()); // expect: a,b
