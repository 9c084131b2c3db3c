// A first timer comes before a first immediate; what a timer makes waits for the next turn, however little time went by.
const log: string[] = [];
let rounds = 0;
setImmediate(() => log.push("immediate"));
setTimeout(function again() {
  log.push("timer " + ++rounds);
  if (rounds < 3) setTimeout(again);
  else console.log(log.join(", ")); // expect: timer 1, immediate, timer 2, timer 3
});
