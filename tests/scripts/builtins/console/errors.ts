const short = (text: string) => text.split("\n").filter((line) => !line.includes(" at ")).join("|");
const e = new Error("message");
console.log(short(String(e.stack)), e.stack!.startsWith("Error: message\n    at ")); // expect: Error: message true
e.stack = "replaced stack";
console.log(e); // expect: [replaced stack]
console.log([e], { e }); // expect: [ [replaced stack] ] { e: [replaced stack] }
const bare = new TypeError("no stack");
bare.stack = undefined;
console.log(bare); // expect: [TypeError: no stack]
class Custom extends Error { override name = "Custom"; code = 5; }
const c = new Custom("m");
c.stack = "Custom: m\n    at somewhere";
console.log(c); // expect: Custom: m
// expect:     at somewhere {
// expect:   code: 5
// expect: }
