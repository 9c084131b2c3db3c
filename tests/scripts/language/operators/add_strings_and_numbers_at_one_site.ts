const add = (a: any, b: any) => a + b;
console.log(add(1, 2), add("a", 1), add(1, "a"), add("a", "b"), add(1.5, true), add(null, 1), add([1], 2), add({}, "x"), add(undefined, 1), add(1, 2)); // expect: 3 a1 1a ab 2.5 1 12 [object Object]x NaN 3
