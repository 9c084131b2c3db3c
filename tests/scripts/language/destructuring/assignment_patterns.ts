let a: any, b: any, rest: any;
[a, b] = [1, 2];
[a, b] = [b, a];
console.log(a, b); // expect: 2 1
({ x: a, y: b = 5, ...rest } = { x: 1, z: 3 } as any);
console.log(a, b, rest); // expect: 1 5 { z: 3 }
const o: any = {};
[o.first, o["second"], ...o.others] = [1, 2, 3, 4];
({ a: o.nested, b: [o.deep] } = { a: "n", b: ["d"] });
console.log(o); // expect: { first: 1, second: 2, others: [ 3, 4 ], nested: 'n', deep: 'd' }
console.log(([a] = [7, 8]), a); // expect: [ 7, 8 ] 7
