class Vector {
  constructor(readonly x: number, readonly y: number) {}
  get length() {
    return Math.hypot(this.x, this.y);
  }
  plus(o: Vector) {
    return new Vector(this.x + o.x, this.y + o.y);
  }
  static zero = new Vector(0, 0);
  toString() {
    return `(${this.x}, ${this.y})`;
  }
}
console.log(`${new Vector(1, 2).plus(new Vector(2, 2))}`, new Vector(3, 4).length, String(Vector.zero)); // expect: (3, 4) 5 (0, 0)
