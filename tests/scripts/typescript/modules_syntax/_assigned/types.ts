console.log("never runs");
interface Shape {
  x: number;
}
export = Shape;
