const a: any = [1, 2];
a.extra = "x";
a[-1] = "negative";
console.log(a, [, ,], [1, , , 2], [undefined, , null], Object.assign([], { k: 1 })); // expect: [ 1, 2, extra: 'x', '-1': 'negative' ] [ <2 empty items> ] [ 1, <2 empty items>, 2 ] [ undefined, <1 empty item>, null ] [ k: 1 ]
class List extends Array {}
console.log(new List(), List.of(1, 2), [[], [[]], [{}]], [[1, 2, [3, 4, [5, [6]]]]]); // expect: List(0) [] List(2) [ 1, 2 ] [ [], [ [] ], [ {} ] ] [ [ 1, 2, [ 3, 4, [Array] ] ] ]
