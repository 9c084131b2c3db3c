// Fields are defined on the instance: a setter of the base class is not called.
class Base {
  set x(v: number) {
    console.log("setter", v);
  }
  get y() {
    return "accessor";
  }
}
class Derived extends Base {
  // @ts-ignore
  x = 1;
  // @ts-ignore
  y = "field";
}
const d: any = new Derived();
console.log(d.x, d.y, Object.getOwnPropertyDescriptor(d, "x")); // expect: 1 field { value: 1, writable: true, enumerable: true, configurable: true }
