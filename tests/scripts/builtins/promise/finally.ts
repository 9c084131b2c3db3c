const log = [];
console.log(await Promise.resolve(1).finally(() => 2)); // expect: 1
await Promise.reject(3).finally((...args) => log.push(args.length)).catch((reason) => log.push(reason));
await Promise.resolve().finally(() => { throw 4; }).catch((reason) => log.push(reason));
await Promise.resolve().finally(() => Promise.reject(5)).catch((reason) => log.push(reason));
console.log(log.join()); // expect: 0,3,4,5
console.log(await Promise.resolve(6).finally(undefined)); // expect: 6
// finally waits for what its callback returns.
log.length = 0;
await Promise.resolve().finally(() => new Promise((resolve) => setTimeout(() => { log.push("waited"); resolve(); }, 2))).then(() => log.push("after"));
console.log(log.join()); // expect: waited,after
