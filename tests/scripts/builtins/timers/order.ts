// Microtasks come before timers, timers by the time they are due, immediates after the timers that are due.
const log: string[] = [];
setTimeout(() => log.push("t20"), 20);
setTimeout(() => {
  log.push("t0");
  Promise.resolve().then(() => log.push("micro of t0"));
}, 0);
setTimeout((a: string, b: string) => log.push(a + b), 1, "t", "1");
setImmediate(() => log.push("immediate"));
queueMicrotask(() => log.push("micro"));
Promise.resolve().then(() => log.push("then"));
log.push("sync");
setTimeout(() => {
  console.log(log.join(", ")); // expect: sync, micro, then, t0, micro of t0, t1, immediate, t20
}, 30);
