function sealed(constructor: Function) {
  Object.seal(constructor);
}
function replace<T extends { new (...args: any[]): object }>(constructor: T) {
  return class extends constructor {
    added = true;
  };
}
const twice = (_target: any, _key: string, descriptor: PropertyDescriptor) => {
  const method = descriptor.value;
  descriptor.value = function (...values: any[]) {
    return method.apply(this, values) * 2;
  };
};
const constant = (value: any) => (_target: any, _key: string): any => ({ get: () => value, set() {}, configurable: true });
const enumerable = (_t: any, _k: string, descriptor: PropertyDescriptor): any => ({ ...descriptor, enumerable: true });
const required: string[] = [];
const param = (target: any, key: string, index: number) => {
  required.push(`${target.constructor.name} ${key} ${index}`);
};
@sealed
@replace
class A {
  static me = A;
  @twice m(@param x: number) {
    return x + 1;
  }
  @constant("c") static c: string;
  @enumerable get g() {
    return 1;
  }
  self() {
    return A;
  }
}
const a: any = new A();
console.log(a.m(1), A.c, a.added, a.self() === A, A.me === A, Object.isSealed(A)); // expect: 4 c true true false true
console.log(Object.keys(A.prototype).join(), Object.keys(Object.getPrototypeOf(A.prototype)).join()); // expect:  g
console.log(required.join()); // expect: A m 0
class E {
  @twice static n() {
    return 4;
  }
};
console.log(E.n()); // expect: 8
