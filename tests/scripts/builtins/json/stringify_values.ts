const values: any[] = [1, -0, NaN, Infinity, "a\"b\\c\n\u0001é😀\ud800", true, null, undefined, () => 1, Symbol(), {}, [], [undefined, () => 1, Symbol()], { a: undefined, b: () => 1, c: Symbol() }, new Number(5), new String("s"), new Boolean(false), Object(Symbol())];
for (const v of values) console.log(JSON.stringify(v)); // expect: 1
// expect: 0
// expect: null
// expect: null
// expect: "a\"b\\c\n\u0001é😀\ud800"
// expect: true
// expect: null
// expect: undefined
// expect: undefined
// expect: undefined
// expect: {}
// expect: []
// expect: [null,null,null]
// expect: {}
// expect: 5
// expect: "s"
// expect: false
// expect: {}
