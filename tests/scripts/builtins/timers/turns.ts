// All jobs run between two callbacks; immediates that are made by immediates wait for the next turn.
const log = [];
setTimeout(() => log.push("t1"), 4);
setTimeout(() => {
  log.push("t2");
  queueMicrotask(() => { log.push("m1"); Promise.resolve().then(() => log.push("m2")); });
  setImmediate(() => { log.push("i1"); setImmediate(last); queueMicrotask(() => log.push("m3")); });
  setImmediate(() => log.push("i2"));
}, 5);
function last() {
  log.push("i3");
  setTimeout(() => console.log(log.join(" "))); // expect: t1 t2 m1 m2 i1 m3 i2 i3
}
