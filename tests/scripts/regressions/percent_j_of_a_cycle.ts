// console.log("%j", value) shows a cycle as Node does, and leaves other errors of toJSON alone.
const cycle: Record<string, unknown> = { a: 1 };
cycle.self = cycle;
console.log("%j", cycle); // expect: [Circular]
console.log("<%j>", cycle, 1); // expect: <[Circular]> 1
console.log("%j", { toJSON: () => 5 }); // expect: 5
try {
  console.log("%j", { toJSON() { throw new TypeError("mine"); } });
} catch (error) {
  console.log(`${error}`); // expect: TypeError: mine
}
