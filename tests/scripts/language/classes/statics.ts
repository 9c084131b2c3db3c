class A {
  static count = 0;
  static make() {
    this.count++;
    return new this();
  }
  static get double() {
    return this.count * 2;
  }
  static set double(v) {
    this.count = v / 2;
  }
  static ["computed" + 1] = "yes";
}
A.make();
console.log(A.make() instanceof A, A.count, A.double, (A as any).computed1); // expect: true 2 4 yes
A.double = 10;
console.log(A.count, "count" in new A()); // expect: 5 false
