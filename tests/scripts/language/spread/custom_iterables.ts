class Range {
  constructor(private from: number, private to: number) {}
  [Symbol.iterator]() {
    let n = this.from;
    return { next: () => (n <= this.to ? { value: n++, done: false } : { value: undefined, done: true }) };
  }
}
console.log([...new Range(1, 4)], Math.min(...new Range(5, 7)), new Set(new Range(1, 3)), Array.from(new Range(0, 2), (n) => n * n)); // expect: [ 1, 2, 3, 4 ] 5 Set(3) { 1, 2, 3 } [ 0, 1, 4 ]
const [a, ...others] = new Range(1, 3);
console.log(a, others); // expect: 1 [ 2, 3 ]
