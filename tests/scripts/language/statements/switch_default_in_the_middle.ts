// The default clause is taken only after all cases have been tried.
const log: string[] = [];
const c = (n: number) => (log.push("case" + n), n);
switch (3) {
  case c(1): log.push("one");
  default: log.push("default");
  case c(2): log.push("two"); break;
  case c(3): log.push("three");
}
switch (9 as number) {
  default: log.push("default only");
  case c(4): log.push("four");
}
console.log(log.join(" ")); // expect: case1 case2 case3 three case4 default only four
