console.log([], [1, 2, 3], [1, , 3], [, ,], [, ,].length, [1, 2,].length, [[], [[]]], [undefined].length); // expect: [] [ 1, 2, 3 ] [ 1, <1 empty item>, 3 ] [ <2 empty items> ] 2 2 [ [], [ [] ] ] 1
const holes = [, "a", , "b", ,];
console.log(holes, holes.length, 0 in holes, 1 in holes, Object.keys(holes)); // expect: [ <1 empty item>, 'a', <1 empty item>, 'b', <1 empty item> ] 5 false true [ '1', '3' ]
