const fs: (() => string)[] = [];
for (const letter of "abc") fs.push(() => letter);
for (let letter of ["x", "y"]) {
  letter += "!";
  fs.push(() => letter);
}
console.log(fs.map((f) => f()).join()); // expect: a,b,c,x!,y!
