// A change in the body is seen by the closure of that round and carried into the next one.
const fs: (() => number)[] = [];
for (let i = 0; i < 6; i++) {
  fs.push(() => i);
  i++;
}
console.log(fs.map((f) => f()).join()); // expect: 1,3,5
