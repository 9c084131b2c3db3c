const log: string[] = [];
new Promise<void>((resolve) => resolve(Promise.resolve())).then(() => log.push("adopted"));
Promise.resolve()
  .then(() => log.push("1"))
  .then(() => log.push("2"))
  .then(() => log.push("3"))
  .then(() => log.push("4"))
  .then(() => console.log(log.join(" "))); // expect: 1 2 adopted 3 4
