const a = [1, 2];
console.log([...a, 3, ...[4, ...a]], [..."héy"], [...new Set([1, 1, 2])], [...new Map([[1, 2]])]); // expect: [ 1, 2, 3, 4, 1, 2 ] [ 'h', 'é', 'y' ] [ 1, 2 ] [ [ 1, 2 ] ]
console.log([...[, 1]], [, ...[1], ,].length, [...a.entries()]); // expect: [ undefined, 1 ] 3 [ [ 0, 1 ], [ 1, 2 ] ]
const copy = [...a];
copy.push(9);
console.log(a, copy); // expect: [ 1, 2 ] [ 1, 2, 9 ]
