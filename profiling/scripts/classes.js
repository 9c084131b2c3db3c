// Classes: fields, methods, accessors, inheritance, super, instances of different classes at one site.
class Shape { name = "shape"; get size() { return this.area(); } area() { return 0; } }
class Square extends Shape { constructor(side) { super(); this.side = side; } area() { return this.side * this.side; } }
class Strip extends Square { constructor(side, width) { super(side); this.width = width; } area() { return super.area() * this.width; } }
let sum = 0;
for (let i = 0; i < 5000; i++) {
  const shape = i % 3 === 0 ? new Shape() : i % 3 === 1 ? new Square(i) : new Strip(i, 2);
  sum += shape.size + shape.name.length;
}
console.log("classes", sum);
