class Shape {
  constructor() {
    if (new.target === Shape) throw new TypeError("Shape is abstract");
  }
  area(): number { throw new Error("not implemented"); }
}
class Square extends Shape {
  constructor(private side: number) {
    super();
  }
  area() { return this.side ** 2; }
}
console.log(new Square(3).area()); // expect: 9
try {
  new Shape();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Shape is abstract
}
