class A {
  a = 1;
  b = this.a + 1;
  ["com" + "puted"] = "c";
  "quoted key" = 4;
  5 = "five";
  none;
  arrow = () => this.a;
}
const a: any = new A();
console.log(a.a, a.b, a.computed, a["quoted key"], a[5], a.none, "none" in a, a.arrow.call(null)); // expect: 1 2 c 4 five undefined true 1
console.log(Object.keys(a)); // expect: [ '5', 'a', 'b', 'computed', 'quoted key', 'none', 'arrow' ]
