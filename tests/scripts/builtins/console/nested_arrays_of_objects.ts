console.log([[{ x: 1 }, { y: [1, 2] }], [{ z: { w: 1 } }]]); // expect: [ [ { x: 1 }, { y: [Array] } ], [ { z: [Object] } ] ]
console.log({ matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], rows: [{ id: 1, values: [1, 2, 3] }, { id: 2, values: [4, 5, 6] }] }); // expect: {
// expect:   matrix: [ [ 1, 0, 0 ], [ 0, 1, 0 ], [ 0, 0, 1 ] ],
// expect:   rows: [ { id: 1, values: [Array] }, { id: 2, values: [Array] } ]
// expect: }
console.log([["key", { deep: { deeper: { deepest: 1 } } }]]); // expect: [ [ 'key', { deep: [Object] } ] ]
