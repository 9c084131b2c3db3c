const log: string[] = [];
class A {
  set x(value: number) {
    log.push("set x " + value);
  }
  static set y(value: number) {
    log.push("set y " + value);
  }
}
class B extends A {
  // @ts-ignore
  x = 1;
  // @ts-ignore
  static y = 2;
  declared: any;
  z = this.p * 2;
  #private = this.z + 1;
  [(log.push("key"), "computed")] = 3;
  [(log.push("other key"), "missing")]: any;
  static later: any;
  constructor(public p: number) {
    super();
    log.push(Object.keys(this).join(), "body", String(this.#private));
  }
}
console.log(new B(4)); // expect: B { p: 4, z: 8, computed: 3 }
console.log(log.join("|")); // expect: key|other key|set y 2|set x 1|p,z,computed|body|9
class C {
  sum = this.a + this.b;
  constructor(
    readonly a: number,
    public b = a + 1,
  ) {
    this.sum *= 10;
  }
}
console.log(new C(1), "declared" in new B(1), "later" in B); // expect: C { a: 1, b: 2, sum: 30 } false false
