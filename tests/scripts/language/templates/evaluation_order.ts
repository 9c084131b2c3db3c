const log: string[] = [];
const v = (s: string): any => (log.push("eval " + s), { toString: () => (log.push("string " + s), s) });
`${v("a")} ${v("b")}`;
console.log(log.join(", ")); // expect: eval a, string a, eval b, string b
