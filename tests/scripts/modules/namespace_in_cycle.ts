import { check } from "./_namespace_cycle/a.ts";
console.log(check()); // expect: [
// expect:   "ReferenceError: Cannot access 'x' before initialization",
// expect:   'x of a',
// expect:   [ 'early', 'late' ]
// expect: ]
