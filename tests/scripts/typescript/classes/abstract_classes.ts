abstract class Shape {
  abstract readonly name: string;
  abstract area(): number;
  protected abstract get size(): number;
  constructor(protected unit = "cm") {}
  describe() { return `${this.name}: ${this.area()}${this.unit} ${this.size}`; }
  static of(): string { return "shape"; }
}
class Square extends Shape {
  override readonly name = "square";
  constructor(private side: number) { super("mm"); }
  override area() { return this.side ** 2; }
  protected get size() { return this.side; }
}
console.log(new Square(3).describe(), Shape.of(), Object.getOwnPropertyNames(Shape.prototype)); // expect: square: 9mm 3 shape [ 'constructor', 'describe' ]
