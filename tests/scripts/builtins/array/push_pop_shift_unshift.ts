const a: any[] = [];
console.log(a.push(1), a.push(2, 3), a.push(), a.pop(), a.unshift(0), a.unshift(-2, -1), a.shift(), a); // expect: 1 3 3 3 3 5 -2 [ -1, 0, 1, 2 ]
console.log([].pop(), [].shift(), [].length, [1].pop()); // expect: undefined undefined 0 1
const like: any = { length: 1, 0: "x" };
console.log(Array.prototype.push.call(like, "y"), Array.prototype.shift.call(like), like); // expect: 2 x { '0': 'y', length: 1 }
