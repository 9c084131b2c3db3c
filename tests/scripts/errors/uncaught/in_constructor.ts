class A {
  constructor(v: number) {
    if (v < 0) throw new RangeError("negative"); // expect error: RangeError: negative
  }
}
new A(1);
console.log("one is fine"); // expect: one is fine
new A(-1);
