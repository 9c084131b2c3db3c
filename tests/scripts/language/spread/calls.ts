const show = (...args: any[]) => args.length + ":" + args.join();
console.log(show(...[1, 2], 3, ...[], ..."ab"), show(...[]), Math.max(...[3, 9, 2], 5)); // expect: 5:1,2,3,a,b 0: 9
class Point {
  constructor(public x: number, public y: number) {}
}
console.log(new Point(...([1, 2] as const))); // expect: Point { x: 1, y: 2 }
const o = { n: 10, add(a: number, b: number) { return this.n + a + b; } };
console.log(o.add(...([1, 2] as const)), o?.add(...([3, 4] as const))); // expect: 13 17
