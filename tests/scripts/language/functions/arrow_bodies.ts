const object = () => ({ a: 1 });
const block = () => { a: 1 };
const nested = (a: number) => (b: number) => a + b;
const noParens = (x: number) => x ? "t" : "f";
console.log(object(), block(), nested(1)(2), noParens(0), (() => { return; })()); // expect: { a: 1 } undefined 3 f undefined
console.log([3, 1, 2].map((n) => n * n).filter((n) => n > 1), ((a, b = a) => [a, b])(1)); // expect: [ 9, 4 ] [ 1, 1 ]
