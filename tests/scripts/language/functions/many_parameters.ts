function f(a: number, b: number, c: number, d: number, e: number, g: number, h: number, i: number, j: number, k: number, l: number) {
  return [l, k, j, i, h, g, e, d, c, b, a].join();
}
console.log(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)); // expect: 11,10,9,8,7,6,5,4,3,2,1
const sum = (...n: number[]) => n.reduce((a, b) => a + b, 0);
console.log(sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)); // expect: 210
