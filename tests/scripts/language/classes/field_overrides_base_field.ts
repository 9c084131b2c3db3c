class Base {
  kind = "base";
  show = this.kind;
  constructor() {
    console.log("in base:", this.kind);
  }
}
class Derived extends Base {
  kind = "derived";
}
const d = new Derived(); // expect: in base: base
console.log(d.kind, d.show); // expect: derived base
