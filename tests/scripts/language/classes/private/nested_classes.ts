class Outer {
  #x = "outer x";
  #y = "outer y";
  #m() {
    return "outer m";
  }
  inner() {
    const outer = this;
    return new (class Inner {
      #x = "inner x";
      read() {
        return [this.#x, outer.#y, outer.#m(), #y in this, #x in outer].join();
      }
      wrong() {
        return (outer as any).#x;
      }
    })();
  }
  static heritage(o: Outer) {
    return class extends (o.#x ? Array : Object) {
      #x = o.#y;
      [o.#y] = 1;
      read() {
        return this.#x;
      }
    };
  }
}
const inner = new Outer().inner();
console.log(inner.read()); // expect: inner x,outer y,outer m,false,false
try {
  inner.wrong();
} catch (error) {
  console.log(String(error)); // expect: TypeError: Cannot read private member #x from an object whose class did not declare it
}
const C = Outer.heritage(new Outer());
console.log(new C().read(), Object.keys(new C()).join()); // expect: outer y outer y
console.log(new C() instanceof Array); // expect: true
