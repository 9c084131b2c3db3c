const log: any[] = [];
const key = (k: any) => (log.push(k), k);
class A {
  [key("m")]() { return 1; }
  static [key("s")] = log.push("static value");
  [key("f")] = log.push("field value");
  get [key("g")]() { return 2; }
}
log.push("defined");
new A();
console.log(log.join(", ")); // expect: m, s, f, g, static value, defined, field value
