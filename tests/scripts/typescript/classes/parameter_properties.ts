class P {
  sum = this.x + this.y;
  constructor(public x: number, protected readonly y = 2, private z?: string, plain = 0) {
    this.x += plain;
  }
  show() { return [this.x, this.y, this.z, this.sum]; }
}
console.log(new P(1).show(), new P(1, 5, "z", 100).show(), Object.keys(new P(1))); // expect: [ 1, 2, undefined, NaN ] [ 101, 5, 'z', NaN ] [ 'x', 'y', 'z', 'sum' ]
