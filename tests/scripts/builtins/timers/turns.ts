// All jobs run between two callbacks; immediates that are made by immediates wait for the next turn.
const log = [];
setTimeout(() => {
  log.push("t1");
  queueMicrotask(() => { log.push("m1"); Promise.resolve().then(() => log.push("m2")); });
  setImmediate(() => { log.push("i1"); setImmediate(() => log.push("i3")); queueMicrotask(() => log.push("m3")); });
  setImmediate(() => log.push("i2"));
  setTimeout(() => { log.push("t3"); setTimeout(() => console.log(log.join(" ")), 5); }, 5); // expect: t1 m1 m2 t2 i1 m3 i2 i3 t3
}, 5);
setTimeout(() => log.push("t2"), 5);
