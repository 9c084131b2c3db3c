// Closures in the head: the initialiser's binding is the first copy, the update sees the new one.
const fs: (() => string)[] = [];
for (let i = 0, read = () => "init " + i; i < 2; fs.push(() => "update " + i), i++) fs.push(read);
for (const f of fs) console.log(f()); // expect: init 0
// expect: update 1
// expect: init 0
// expect: update 2
