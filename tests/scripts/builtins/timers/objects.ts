const timer = setTimeout(function (...args) {
  console.log(this === timer, args);
  if (!again) {
    again = true;
    timer.refresh();
  } else {
    delays();
  }
}, 1, 1, 2);
let again = false;
console.log(typeof +timer, timer.hasRef(), timer.ref() === timer, Object.prototype.toString.call(timer)); // expect: number true true [object Object]
const closed = setInterval(() => console.log("never"), 1);
closed.close();
const unused = setImmediate(() => console.log("never")).unref();
console.log(unused.hasRef(), timer.constructor.name, unused.constructor.name); // expect: false Timeout Immediate
clearImmediate(unused);
// Delays that are no numbers, negative or too long are a millisecond.
function delays() {
  const order = [];
  setTimeout(() => order.push("a"), -5);
  setTimeout(() => order.push("b"), NaN);
  setTimeout(() => order.push("c"), "1");
  setTimeout(() => order.push("d"), 2 ** 31);
  setTimeout(() => console.log(order.join("")), 10);
}
// expect: true [ 1, 2 ]
// expect: true [ 1, 2 ]
// expect: abcd
