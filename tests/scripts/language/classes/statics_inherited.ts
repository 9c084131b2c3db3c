class A {
  static count = 1;
  static list: number[] = [];
  static who() {
    return this.name;
  }
}
class B extends A {}
console.log(B.count, B.who(), Object.getPrototypeOf(B) === A, B.hasOwnProperty("count")); // expect: 1 B true false
B.count = 5;
B.list.push(1);
console.log(A.count, B.count, A.list, Object.keys(B)); // expect: 1 5 [ 1 ] [ 'count' ]
