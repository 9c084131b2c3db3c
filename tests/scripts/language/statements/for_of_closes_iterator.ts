const log: string[] = [];
const make = (): any => ({
  [Symbol.iterator]() {
    let n = 0;
    return {
      next: () => ({ value: n++, done: n > 3 }),
      return: () => (log.push("closed"), {}),
    };
  },
});
for (const x of make()) log.push("end " + x);
for (const x of make()) break;
log.push("-");
outer: for (const a of [1, 2]) for (const x of make()) continue outer;
log.push("-");
(() => { for (const x of make()) return x; })();
try {
  for (const x of make()) throw new Error("body");
} catch (e) {
  log.push((e as Error).message);
}
console.log(log.join(", ")); // expect: end 0, end 1, end 2, closed, -, closed, closed, -, closed, closed, body
