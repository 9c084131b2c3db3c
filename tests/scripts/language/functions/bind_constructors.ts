class Point {
  constructor(public x: number, public y: number) {}
}
const Origin = Point.bind(null, 0) as any;
console.log(new Origin(5), new Origin(1) instanceof Point, Origin.name, Origin.length); // expect: Point { x: 0, y: 5 } true bound Point 1
function Old(this: any, a: number) {
  this.a = a;
  this.target = new.target === Old;
}
const Bound = (Old as any).bind({ ignored: true }, 7);
console.log(new Bound()); // expect: Old { a: 7, target: true }
