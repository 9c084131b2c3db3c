// Parameter properties, abstract classes, accessors, fields, statics, overloads.

abstract class Shape {
  static made = 0;

  protected constructor(
    public readonly name: string,
    protected scale = 1,
  ) {
    Shape.made++;
  }

  abstract get area(): number;

  describe(): string {
    return `${this.name} of ${this.area.toFixed(2)}`;
  }

  grow(factor: number): this {
    this.scale *= factor;
    return this;
  }
}

class Circle extends Shape {
  constructor(private radius: number) {
    super("circle");
  }

  override get area(): number {
    return Math.PI * (this.radius * this.scale) ** 2;
  }
}

class Rectangle extends Shape {
  constructor(
    protected width: number,
    protected height: number,
    name = "rectangle",
  ) {
    super(name);
  }

  get area(): number {
    return this.width * this.height * this.scale ** 2;
  }
}

class Square extends Rectangle {
  static unit(): Square {
    return new this(1);
  }

  constructor(side: number) {
    super(side, side, "square");
  }

  override describe(): string {
    return `${super.describe()}, all sides equal`;
  }
}

const shapes: Shape[] = [new Circle(1), new Rectangle(2, 3), Square.unit().grow(3)];
for (const shape of shapes) console.log(shape.describe());
console.log("made:", Shape.made, "square is a shape:", shapes[2] instanceof Shape, shapes[2] instanceof Circle);

class Temperature {
  static readonly freezing = new Temperature(0);
  static readonly scale: Record<string, number> = {};

  static {
    for (const [name, factor] of [["celsius", 1], ["fahrenheit", 1.8]] as const) this.scale[name] = factor;
  }

  constructor(private celsius: number) {}

  get fahrenheit(): number {
    return this.celsius * Temperature.scale["fahrenheit"]! + 32;
  }

  set fahrenheit(value: number) {
    this.celsius = (value - 32) / 1.8;
  }

  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.celsius : `${this.celsius}°C`;
  }
}
const temperature = new Temperature(100);
console.log(temperature.fahrenheit, `${temperature}`, +Temperature.freezing);
temperature.fahrenheit = 68;
console.log(String(temperature), temperature);

class Repeater {
  repeat(what: string, times: number): string;
  repeat(what: number): number;
  repeat(what: string | number, times = 2): string | number {
    return typeof what === "string" ? what.repeat(times) : what * times;
  }
}
console.log(new Repeater().repeat("ab", 3), new Repeater().repeat(21));

// A mixin is a function from class to class.
type Constructor<T = object> = new (...args: any[]) => T;
const Named = <Base extends Constructor>(base: Base) =>
  class extends base {
    label = `a ${base.name}`;
  };
class LabelledCircle extends Named(Circle) {}
console.log(new LabelledCircle(2).label, new LabelledCircle(1).area.toFixed(3));

export {};
