const n: any = 5;
console.log("before"); // expect: before
for (const x of n) console.log(x); // expect error: TypeError: n is not iterable
