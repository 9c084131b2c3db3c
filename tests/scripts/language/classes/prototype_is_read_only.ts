class A {}
try {
  (A as any).prototype = {};
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
try {
  class B {
    static ["prototype"]() {}
  }
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
function F() {}
F.prototype = { x: 1 } as any;
console.log(new (F as any)().x); // expect: 1
