class A {
  static base = 10;
  static make(n: number) { return this.name + n; }
}
class B extends A { // expect: B0
  static make(n: number) { return "B:" + super.make(n + super.base); }
  static copied = super.base + 1;
  static { console.log(super.make(0)); }
}
console.log(B.make(1), B.copied); // expect: B:B11 11
