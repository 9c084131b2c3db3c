function* echo() {
  const log = [];
  log.push(yield "first");
  log.push((yield "second") + (yield "third"));
  return log;
}
const g = echo();
console.log(g.next("lost").value, g.next(1).value, g.next(2).value); // expect: first second third
console.log(g.next(3)); // expect: { value: [ 1, 5 ], done: true }
function* doubled() { return yield yield; }
const d = doubled();
console.log(d.next(), d.next("x"), d.next("y"));
// expect: { value: undefined, done: false } { value: 'x', done: false } { value: 'y', done: true }
