let A: any = class Inner {
  static break() {
    (Inner as any) = 1;
  }
};
try {
  A.break();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Assignment to constant variable.
}
class B {
  static get() { return B; }
}
const Saved = B;
(B as any) = null;
console.log(Saved.get() === Saved, B); // expect: true null
