let calls = 0;
console.log([1, 2, 3].some((n) => (calls++, n === 2)), calls, [1, 2, 3].every((n) => (calls++, n < 2)), calls, [].some(() => true), [].every(() => false), [, ,].every(() => false), [1, ,].some((x) => x === undefined)); // expect: true 2 false 4 false true true false
