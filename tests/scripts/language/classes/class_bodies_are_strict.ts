class A {
  m(this: any) {
    return this;
  }
}
const m = new A().m;
console.log(m(), m.call(5 as any), typeof m.call("s" as any)); // expect: undefined 5 string
