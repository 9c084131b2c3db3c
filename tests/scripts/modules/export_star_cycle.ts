import * as a from "./_star_cycle/a.ts";
console.log(Object.keys(a), a.fromA, a.fromB); // expect: [ 'fromA', 'fromB' ] a b
