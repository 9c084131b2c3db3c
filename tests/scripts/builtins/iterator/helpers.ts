const log: string[] = [];
const count = (n: number): any => ({
  __proto__: Iterator.prototype,
  i: 0,
  next() {
    return this.i < n ? { value: this.i++, done: false } : { value: undefined, done: true };
  },
  return(value: unknown) {
    log.push("return");
    return { value, done: true };
  },
});
console.log([...count(4).map((x: number, i: number) => x * 10 + i)], count(10).filter((x: number) => x % 3 === 0).toArray()); // expect: [ 0, 11, 22, 33 ] [ 0, 3, 6, 9 ]
console.log(count(10).take(3).toArray(), count(6).drop(4).toArray(), log.splice(0)); // expect: [ 0, 1, 2 ] [ 4, 5 ] [ 'return' ]
console.log(count(3).flatMap((x: number) => [x, x]).toArray(), count(5).reduce((a: any, b: any) => a + b, "s")); // expect: [ 0, 0, 1, 1, 2, 2 ] s01234
console.log(count(9).some((x: number) => x > 3), count(9).every((x: number) => x < 3), count(9).find((x: number) => x === 5), log.splice(0)); // expect: true false 5 [ 'return', 'return', 'return' ]
console.log([1, 2, 3].values().map((x) => x * 2).filter((x) => x > 2).toArray(), new Map([[1, 2]]).entries().toArray()); // expect: [ 4, 6 ] [ [ 1, 2 ] ]
