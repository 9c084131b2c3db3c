class A {}
class B extends A {}
const b = new B();
console.log(b instanceof B, b instanceof A, b instanceof Object, (() => 1) instanceof Function, [] instanceof Array); // expect: true true true true true
console.log(({}) instanceof A, Object.create(null) instanceof Object, (1 as any) instanceof Number); // expect: false false false
try {
  b instanceof ({} as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Right-hand side of 'instanceof' is not callable
}
try {
  b instanceof (5 as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Right-hand side of 'instanceof' is not an object
}
function F() {}
F.prototype = 3 as any;
try {
  ({}) instanceof (F as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Function has non-object prototype '3' in instanceof check
}
