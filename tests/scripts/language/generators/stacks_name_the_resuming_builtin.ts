function* fails() { throw new Error("x"); }
class A { *p() { yield* fails(); } }
let stack = "";
try { for (const x of new A().p()) ; } catch (e) { stack = e.stack; }
const calls = stack.split("\n").slice(1, 5).map((line) => line.trim().split(" ")[1]);
console.log(calls); // expect: [ 'fails', 'fails.next', 'A.p', 'p.next' ]
try { (function* () { throw new Error("y"); })().next(); } catch (e) { console.log(e.stack.split("\n")[2].trim()); }
// expect: at Generator.next (<anonymous>)
