const spreadable: any = { length: 2, 0: "a", 1: "b", [Symbol.isConcatSpreadable]: true };
const not: any = [1, 2];
not[Symbol.isConcatSpreadable] = false;
console.log([1].concat(2 as any, [3, [4]] as any, "s" as any), [].concat(spreadable), [0].concat(not).length, [, 1].concat([, 2])); // expect: [ 1, 2, 3, [ 4 ], 's' ] [ 'a', 'b' ] 2 [ <1 empty item>, 1, <1 empty item>, 2 ]
