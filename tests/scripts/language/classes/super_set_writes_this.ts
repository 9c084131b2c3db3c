class A {}
class B extends A {
  m() {
    (super.x as any) = 5;
    return [(this as any).x, Object.hasOwn(this, "x"), (super.x as any)];
  }
  x: any;
}
const b = new B();
console.log(b.m(), (A.prototype as any).x); // expect: [ 5, true, undefined ] undefined
