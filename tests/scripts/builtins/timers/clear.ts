const never = setTimeout(() => console.log("never"), 5);
clearTimeout(never);
const byNumber = setTimeout(() => console.log("never"), 5);
clearTimeout(+byNumber);
clearImmediate(setImmediate(() => console.log("never")));
console.log(byNumber.hasRef(), never.unref().hasRef()); // expect: true false
let rounds = 0;
const interval = setInterval(() => {
  console.log("round", ++rounds);
  if (rounds === 3) clearInterval(interval);
}, 2);
// expect: round 1
// expect: round 2
// expect: round 3
clearTimeout(undefined);
clearTimeout(12345);
setTimeout(() => console.log("never"), 100000).unref();
