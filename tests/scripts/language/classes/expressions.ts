const A = class Inner {
  static me() { return Inner; }
  name() { return Inner.name; }
};
console.log(A.name, A.me() === A, new A().name()); // expect: Inner true Inner
// @ts-ignore
console.log(typeof Inner); // expect: undefined
const list = [class {}, class Named {}];
console.log(list[0]!.name, list[1]!.name); // expect:  Named
