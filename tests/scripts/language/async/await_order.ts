// How many jobs pass before each continuation.
const log = [];
const mark = (name) => () => log.push(name);
async function plain() { log.push("start"); await null; log.push("after null"); await Promise.resolve(1); log.push("after promise"); return "returned"; }
async function chained() { return Promise.resolve("adopted"); }
async function empty() {}
plain().then(mark("plain done"));
log.push("sync");
chained().then(mark("chained done"));
empty().then(mark("empty done"));
Promise.resolve().then(mark("tick 1")).then(mark("tick 2")).then(mark("tick 3")).then(mark("tick 4")).then(mark("tick 5"));
(async () => { await { then(resolve) { log.push("then called"); resolve(); } }; log.push("after thenable"); })();
setTimeout(() => { for (const line of log) console.log(line); }, 0); // expect: start
// expect: sync
// expect: after null
// expect: empty done
// expect: tick 1
// expect: then called
// expect: after promise
// expect: tick 2
// expect: after thenable
// expect: plain done
// expect: chained done
// expect: tick 3
// expect: tick 4
// expect: tick 5
