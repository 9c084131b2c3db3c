class A {
  m() {}
  get g() { return 1; }
  static s() {}
  f = 1;
}
const keys: string[] = [];
for (const k in new A()) keys.push(k);
console.log(keys, Object.keys(A), Object.getOwnPropertyNames(A), Object.getOwnPropertyNames(A.prototype)); // expect: [ 'f' ] [] [ 'length', 'name', 'prototype', 's' ] [ 'constructor', 'm', 'g' ]
console.log(Object.getOwnPropertyDescriptor(A.prototype, "m")!.enumerable, Object.getOwnPropertyDescriptor(A, "prototype")!.writable); // expect: false false
