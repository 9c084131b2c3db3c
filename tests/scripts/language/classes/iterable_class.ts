class Countdown {
  constructor(private from: number) {}
  [Symbol.iterator]() {
    let n = this.from;
    return {
      next: () => (n > 0 ? { value: n--, done: false as const } : { value: undefined, done: true as const }),
    };
  }
}
console.log([...new Countdown(3)], Math.max(...new Countdown(4))); // expect: [ 3, 2, 1 ] 4
for (const n of new Countdown(2)) console.log(n); // expect: 2
// expect: 1
