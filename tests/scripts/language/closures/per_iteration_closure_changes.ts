// A closure made in one round changes only its own copy.
const incs: (() => number)[] = [];
for (let i = 0; i < 3; i++) incs.push(() => ++i * 10);
console.log(incs.map((f) => f()).join(), incs.map((f) => f()).join()); // expect: 10,20,30 20,30,40
