const less = (a: any, b: any) => a < b;
console.log(less(1, 2), less("a", "b"), less("10", 9), less(null, 1), less([2], 3), less({}, 1), less(NaN, 1), less("b", "a"), less(undefined, undefined), less(true, 2)); // expect: true true false true true false false false false true
