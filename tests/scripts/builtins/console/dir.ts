console.dir({ a: { b: { c: { d: 1 } } } }); // expect: { a: { b: { c: [Object] } } }
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); // expect: { a: [Object] }
console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null }); // expect: {
// expect:   a: {
// expect:     b: { c: { d: { e: 1 } } }
// expect:   }
// expect: }
console.dir("text"); // expect: 'text'
