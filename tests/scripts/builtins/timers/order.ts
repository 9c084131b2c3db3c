// Microtasks come before timers, timers by the time they are due, immediates after the timers that are due.
const log: string[] = [];
setTimeout(() => {
  log.push("t0");
  Promise.resolve().then(() => log.push("micro of t0"));
}, 0);
setTimeout((a: string, b: string) => log.push(a + b), 1, "t", "1");
setImmediate(() => {
  log.push("immediate");
  setTimeout(() => log.push("t3"), 1);
  setTimeout(() => log.push("t1 again"), 1);
  setTimeout(() => console.log(log.join(", ")), 2); // expect: sync, micro, then, t0, micro of t0, t1, immediate, t3, t1 again
});
queueMicrotask(() => log.push("micro"));
Promise.resolve().then(() => log.push("then"));
log.push("sync");
