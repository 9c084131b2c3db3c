const fs: (() => string)[] = [];
for (const n of [1, 2]) {
  switch (n) {
    case 1:
      const a = "one";
      fs.push(() => a);
      break;
    default:
      let b = "many";
      fs.push(() => b);
  }
}
console.log(fs.map((f) => f()).join()); // expect: one,many
