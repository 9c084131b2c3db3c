const log: string[] = [];
class A {
  static a = (log.push("a"), 1);
  static {
    log.push("block " + this.a);
    this.b = this.a + 1;
  }
  static b: number;
  static c = (log.push("c"), this.b);
  static {
    try {
      throw new Error("inside");
    } catch (e) {
      log.push((e as Error).message);
    }
  }
}
console.log(log.join(), A.a, A.b, A.c); // expect: a,block 1,c,inside 1 undefined undefined
