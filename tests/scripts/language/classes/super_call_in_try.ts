class A {
  constructor(fail: boolean) {
    if (fail) throw new Error("no");
  }
}
class B extends A {
  how: string;
  constructor(fail: boolean) {
    try {
      super(fail);
    } catch {
      super(false);
    }
    this.how = fail ? "second try" : "first try";
  }
}
console.log(new B(true).how, new B(false).how); // expect: second try first try
