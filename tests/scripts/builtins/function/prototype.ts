console.log(typeof Function.prototype, (Function.prototype as any)(), Function.prototype.name === "", Function.length); // expect: function undefined true 1
console.log(Object.getPrototypeOf(function () {}) === Function.prototype, Object.getPrototypeOf(class {}) === Function.prototype); // expect: true true
function f() {}
console.log(Object.getOwnPropertyNames(f.prototype), f.prototype.constructor === f, "prototype" in (() => 1), "prototype" in { m() {} }.m); // expect: [ 'constructor' ] true false false
const o: any = f;
o.extra = 1;
console.log(Object.keys(f), o.extra, f instanceof Object); // expect: [ 'extra' ] 1 true
