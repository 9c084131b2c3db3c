// A function in an accessor is named after its key, as in a field.
let counter = 0;
const key = (name: string) => (counter++, name);
class A {
  accessor x = 1;
  static accessor s = 10;
  accessor [key("computed")] = () => 2;
  accessor #hidden = 3;
  accessor empty: unknown;
  accessor "with space" = this.x + 1;
  next() {
    return ++this.#hidden;
  }
}
const a: any = new A();
a.x += 4;
console.log(a.x, a.next(), a.next(), a["with space"], a.empty);
console.log(a.computed(), a.computed.name, counter);
console.log(Object.keys(a).length, Object.getOwnPropertyNames(A.prototype).join());
const descriptor = Object.getOwnPropertyDescriptor(A.prototype, "x")!;
console.log(descriptor.get!.name, descriptor.set!.name, descriptor.enumerable, descriptor.configurable);
class B extends A {
  static accessor t = 1;
}
B.s++;
console.log(A.s, B.s, Object.keys(B).length);
for (const wrong of [() => descriptor.get!.call({}), () => descriptor.set!.call({}, 1)]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as Error).name);
  }
}
// expect: 5 4 5 2 undefined
// expect: 2 computed 1
// expect: 0 constructor,x,computed,empty,with space,next
// expect: get x set x false true
// expect: 11 11 0
// expect: TypeError
// expect: TypeError
