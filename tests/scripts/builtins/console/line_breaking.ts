console.log({ name: "short", list: [1, 2, 3] }); // expect: { name: 'short', list: [ 1, 2, 3 ] }
console.log({ name: "a rather long text to get over the limit", list: [1, 2, 3], more: "text" }); // expect: {
// expect:   name: 'a rather long text to get over the limit',
// expect:   list: [ 1, 2, 3 ],
// expect:   more: 'text'
// expect: }
console.log({ a: "x".repeat(60), b: 1 }); // expect: {
// expect:   a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
// expect:   b: 1
// expect: }
console.log([{ id: 1, name: "one" }, { id: 2, name: "two" }, { id: 3, name: "three" }, { id: 4, name: "four" }]); // expect: [
// expect:   { id: 1, name: 'one' },
// expect:   { id: 2, name: 'two' },
// expect:   { id: 3, name: 'three' },
// expect:   { id: 4, name: 'four' }
// expect: ]
console.log({ one: { two: { three: "deep", four: [1, 2, { five: 6 }] } } }); // expect: { one: { two: { three: 'deep', four: [Array] } } }
