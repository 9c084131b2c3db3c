const fs: (() => any)[] = [];
for (const { a, b: [c] } of [{ a: 1, b: [2] }, { a: 3, b: [4] }]) fs.push(() => a * 10 + c!);
for (let [i, j] = [0, 10]; i < 2; i++, j--) fs.push(() => [i, j].join("-"));
console.log(fs.map((f) => f()).join()); // expect: 12,34,0-10,1-9
