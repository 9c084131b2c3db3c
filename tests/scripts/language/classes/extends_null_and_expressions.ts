class N extends (null as any) {
  static s = 1;
}
console.log(Object.getPrototypeOf(N.prototype), N.s, Object.getPrototypeOf(N) === Function.prototype); // expect: null 1 true
const pick = (flag: boolean) => (flag ? class { kind = "yes"; } : class { kind = "no"; });
class P extends pick(true) {}
class Q extends pick(false) {}
console.log(new P().kind, new Q().kind); // expect: yes no
for (const bad of [5, {}, "s", () => 1, undefined]) {
  try {
    class X extends (bad as any) {}
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
