// Field initialisers stand in the constructor.
class Point {
  static origin = new Point(0, 0);
  label = "p";
  constructor(public x: number, readonly y: number) {}
  get length() { return Math.hypot(this.x, this.y); }
  static of(x: number) { return new Point(x, x); }
  ["computed"]() { return this.label; }
}
class Named extends Point {
  name = () => super.of;
  constructor(name: string) {
    super(1, 2);
    this.label = name;
  }
}
export class Plain extends Named {}
