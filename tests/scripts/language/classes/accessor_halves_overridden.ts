class A {
  get x() { return "A get"; }
  set x(v: string) { console.log("A set", v); }
}
class OnlyGet extends A {
  get x() { return "B get"; }
}
class OnlySet extends A {
  set x(v: string) { console.log("C set", v); super.x = v; }
}
const g: any = new OnlyGet(), s: any = new OnlySet();
console.log(g.x, s.x); // expect: B get undefined
s.x = 1; // expect: C set 1
// expect: A set 1
try {
  g.x = 1;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot set property x of #<OnlyGet> which has only a getter
}
