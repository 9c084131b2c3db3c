const log: string[] = [];
const v = (name: string): any => (log.push("eval " + name), { valueOf: () => (log.push("value " + name), 1) });
v("a") + v("b") * v("c");
console.log(log.join(", ")); // expect: eval a, eval b, eval c, value b, value c, value a
