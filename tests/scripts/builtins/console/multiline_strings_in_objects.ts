console.log({ text: "one\ntwo" }, ["x\ny"]); // expect: { text: 'one\ntwo' } [ 'x\ny' ]
console.log({ long: "first line of some length here\nsecond line of some length here\nthird" }); // expect: {
// expect:   long: 'first line of some length here\nsecond line of some length here\nthird'
// expect: }
console.log("plain\nstring"); // expect: plain
// expect: string
