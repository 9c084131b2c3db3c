const fs: (() => string)[] = [];
for (let i = 0; i < 3; i++) {
  try {
    const a = "a" + i;
    if (i === 1) throw a;
    fs.push(() => a);
  } catch (e) {
    const b = e + "!";
    fs.push(() => b + i);
  } finally {
    const c = "c" + i;
    fs.push(() => c);
  }
}
console.log(fs.map((f) => f()).join()); // expect: a0,c0,a1!1,c1,a2,c2
