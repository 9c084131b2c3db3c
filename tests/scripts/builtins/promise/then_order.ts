// Reactions run after the script, in the order they were added; a settled promise waits one turn for each then.
const log: string[] = [];
const p = Promise.resolve(1);
p.then((v) => log.push("a" + v)).then(() => log.push("c"));
p.then((v) => log.push("b" + v)).then(() => log.push("d"));
Promise.resolve().then(() => log.push("x1")).then(() => log.push("x2")).then(() => log.push("x3"));
log.push("sync");
setTimeout(() => {
  console.log(log.join(" ")); // expect: sync a1 b1 x1 c d x2 x3
}, 0);
