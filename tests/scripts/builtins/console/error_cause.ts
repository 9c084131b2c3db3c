const cause = new RangeError("inner");
cause.stack = "RangeError: inner\n    at inner place";
const e = new Error("outer", { cause });
e.stack = "Error: outer\n    at outer place";
console.log(e); // expect: Error: outer
// expect:     at outer place {
// expect:   [cause]: RangeError: inner
// expect:       at inner place
// expect: }
const f = new Error("with data", { cause: { code: 7 } });
f.stack = "Error: with data\n    at place";
console.log(f); // expect: Error: with data
// expect:     at place {
// expect:   [cause]: { code: 7 }
// expect: }
