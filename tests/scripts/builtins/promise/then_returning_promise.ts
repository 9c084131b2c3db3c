const log: string[] = [];
Promise.resolve()
  .then(() => Promise.resolve("inner"))
  .then((v) => log.push(v));
Promise.resolve()
  .then(() => log.push("1"))
  .then(() => log.push("2"))
  .then(() => log.push("3"))
  .then(() => log.push("4"))
  .then(() => console.log(log.join(" "))); // expect: 1 2 3 inner 4
