console.log({ a: { b: { c: { d: 1 } } } }); // expect: { a: { b: { c: [Object] } } }
console.log([[[[1]]]], { a: [{ b: [{ c: 1 }] }] }); // expect: [ [ [ [Array] ] ] ] { a: [ { b: [Array] } ] }
console.log({ a: { b: { c: {} } } }, { a: { b: { c: [] } } }, [[[[]]]]); // expect: { a: { b: { c: {} } } } { a: { b: { c: [] } } } [ [ [ [] ] ] ]
console.log({ a: { b: { c: new Map([[1, 2]]), d: new (class Foo { x = 1; })(), e: () => 1 } } }); // expect: { a: { b: { c: [Map], d: [Foo], e: [Function: e] } } }
