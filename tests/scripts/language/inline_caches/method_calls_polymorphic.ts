abstract class Shape { abstract area(): number; }
class Square extends Shape { constructor(public s: number) { super(); } area() { return this.s * this.s; } }
class Rect extends Shape { constructor(public w: number, public h: number) { super(); } area() { return this.w * this.h; } }
class Unit extends Square { constructor() { super(1); } }
const shapes: Shape[] = [];
for (let i = 0; i < 30; i++) shapes.push(i % 3 === 0 ? new Square(i) : i % 3 === 1 ? new Rect(i, 2) : new Unit());
shapes.push({ area: () => 1000 });
let sum = 0;
for (const s of shapes) sum += s.area();
console.log(sum); // expect: 3865
