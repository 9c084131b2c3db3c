const a: any = [1, 2, 3];
a.constructor = { [Symbol.species]: function (this: any, n: number) { this.made = n; } };
const b = a.map((x: any) => x * 2);
console.log(b.made, b[0], Array.isArray(b)); // expect: 3 2 false
a.constructor = undefined;
console.log(a.map((x: any) => x), a.slice(1)); // expect: [ 1, 2, 3 ] [ 2, 3 ]
