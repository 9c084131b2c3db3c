// Fast paths are left when a script changes what they rely on.
const log = [];
const then = Promise.prototype.then;
Promise.prototype.then = function (...args) { log.push("then"); return then.apply(this, args); };
Promise.resolve(1).catch(() => {});
await new Promise((resolve) => resolve(Promise.resolve(2)));
await Promise.resolve(3);
console.log(log.join()); // expect: then,then
Promise.prototype.then = then;
log.length = 0;
Object.defineProperty(Promise.prototype, "constructor", { get() { log.push("constructor"); return Promise; }, configurable: true });
Promise.resolve(1).then(() => {});
await Promise.resolve(4);
Promise.resolve(Promise.resolve(5));
console.log(log.join()); // expect: constructor,constructor,constructor
Object.prototype.then = function (resolve) { resolve("polluted"); };
console.log(await {}, await Promise.resolve([])); // expect: polluted polluted
delete Object.prototype.then;
