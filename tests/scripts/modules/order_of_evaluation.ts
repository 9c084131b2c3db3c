console.log("main"); // expect: shared, once
// expect: b starts
// expect: b ends
// expect: a
// expect: main
import "./_order/b.ts";
import "./_order/a.ts";
import "./_order/b.ts";
console.log("end"); // expect: end
