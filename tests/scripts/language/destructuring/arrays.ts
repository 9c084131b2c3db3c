const [a, b, ...rest] = [1, 2, 3, 4];
console.log(a, b, rest); // expect: 1 2 [ 3, 4 ]
const [x, , y = 9, z = 8] = [1, 2, undefined] as any[];
console.log(x, y, z); // expect: 1 9 8
const [[p, [q]], ...[r, s]] = [[1, [2]], 3, 4] as any;
console.log(p, q, r, s); // expect: 1 2 3 4
const [none] = [];
console.log(none); // expect: undefined
const [first, second] = "hé";
console.log(first, second); // expect: h é
