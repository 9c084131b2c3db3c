const { a = 1, b = a + 1, c = a + b } = {} as any;
console.log(a, b, c); // expect: 1 2 3
const [x, y = x * 2, z = x + y] = [5] as any;
console.log(x, y, z); // expect: 5 10 15
function f({ m = 1, n = m } = {} as any, k = m + n) {
  return [m, n, k];
}
console.log(f(), f({ m: 5 }), f({ n: 3 }, 0)); // expect: [ 1, 1, 2 ] [ 5, 5, 10 ] [ 1, 3, 0 ]
