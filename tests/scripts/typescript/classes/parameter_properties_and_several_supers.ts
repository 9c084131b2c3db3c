class A {
  base = 1;
}
class B extends A {
  own = 2;
  #hidden = 3;
  constructor(
    public x: number,
    readonly flag = false,
  ) {
    if (flag) {
      super();
    } else {
      super();
    }
    x++;
  }
  get hidden() {
    return this.#hidden;
  }
}
console.log(new B(1), new B(2, true), new B(3).hidden);
// expect: B { base: 1, x: 1, flag: false, own: 2 } B { base: 1, x: 2, flag: true, own: 2 } 3
class C extends A {
  sum = (this.base ?? 0) + 10;
  constructor(protected y: string) {
    const later = () => super();
    y += "!";
    later();
  }
}
console.log(new C("why")); // expect: C { base: 1, y: 'why!', sum: 11 }
class D extends A {
  constructor(private z = 5) {
    try {
      super();
    } finally {
      z = 6;
    }
  }
}
console.log(new D()); // expect: D { base: 1, z: 5 }
