console.log("outside"); // expect: outside
console.group("Group one"); // expect: Group one
console.log("inside"); // expect:   inside
console.log("two\nlines"); // expect:   two
// expect:   lines
console.group();
console.log({ a: 1, b: "x".repeat(70) }); // expect:     {
// expect:       a: 1,
// expect:       b: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect:     }
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log("outside again"); // expect: outside again
console.groupCollapsed("collapsed"); // expect: collapsed
console.info("info"); // expect:   info
console.groupEnd();
