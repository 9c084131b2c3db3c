const log: string[] = [];
const source = {
  [Symbol.iterator]: () => ({
    next: () => ({ get done() { log.push("done"); return false; }, get value() { log.push("value"); return 1; } }),
    return: () => (log.push("return"), {}),
  }),
};
const [, a] = source as any;
console.log(a, log.join(" ")); // expect: 1 done done value return
log.length = 0;
let b: any;
[b, , ,] = source as any;
console.log(b, log.join(" ")); // expect: 1 done value done done return
const wrong = { [Symbol.iterator]: () => ({ next: () => 5 }) } as any;
try {
  const [,] = wrong;
} catch (error) {
  console.log(String(error)); // expect: TypeError: Iterator result 5 is not an object
}
