const log = [];
function* g(a = log.push("default")) { log.push("body"); try { yield 1; } finally { log.push("finally"); } }
const first = g();
console.log(log, first.return(5), first.next());
// expect: [ 'default' ] { value: 5, done: true } { value: undefined, done: true }
const second = g(0);
try { second.throw(new Error("early")); } catch (e) { console.log(e.message, log); } // expect: early [ 'default' ]
console.log(second.next()); // expect: { value: undefined, done: true }
function* fails(a = (() => { throw new Error("parameters run at the call"); })()) {}
try { fails(); } catch (e) { console.log(e.message); } // expect: parameters run at the call
