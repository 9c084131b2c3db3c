console.log(1, -0, 1.5, NaN, -Infinity, true, null, undefined, "text", Symbol("s"), Symbol()); // expect: 1 -0 1.5 NaN -Infinity true null undefined text Symbol(s) Symbol()
console.log(); // expect:
console.log(""); // expect:
console.log(["text", 'it\'s', "say \"hi\"", `it's "both"`, "all ' \" `", "new\nline", "tab\t\\", "é😀\u0001\x7f"]); // expect: [
// expect:   'text',
// expect:   "it's",
// expect:   'say "hi"',
// expect:   `it's "both"`,
// expect:   'all \' " `',
// expect:   'new\nline',
// expect:   'tab\t\\',
// expect:   'é😀\x01\x7F'
// expect: ]
console.log([undefined, null, -0, [[]], {}]); // expect: [ undefined, null, -0, [ [] ], {} ]
