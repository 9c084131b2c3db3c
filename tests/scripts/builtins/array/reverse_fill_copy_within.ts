console.log([1, 2, 3].reverse(), [1, , 3, 4].reverse(), [].reverse(), [1, 2, 3].fill(0), [1, 2, 3].fill("x" as any, 1), [1, 2, 3].fill(0, -1), [1, 2, 3].fill(0, 1, 2), new Array(2).fill(7)); // expect: [ 3, 2, 1 ] [ 4, 3, <1 empty item>, 1 ] [] [ 0, 0, 0 ] [ 1, 'x', 'x' ] [ 1, 2, 0 ] [ 1, 0, 3 ] [ 7, 7 ]
console.log([1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, 2, 3, 4, 5].copyWithin(-2, 0), [1, , 3].copyWithin(0, 1)); // expect: [ 4, 5, 3, 4, 5 ] [ 1, 1, 2, 3, 5 ] [ 1, 2, 3, 1, 2 ] [ <1 empty item>, 3, 3 ]
const rows = new Array(2).fill([]);
rows[0].push(1);
console.log(rows); // expect: [ [ 1 ], [ 1 ] ]
