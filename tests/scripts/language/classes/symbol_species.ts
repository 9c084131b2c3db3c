class A<T> extends Array<T> {
  static get [Symbol.species]() {
    return Array;
  }
}
const a = A.from([1, 2, 3]);
console.log(a instanceof A, a.map((x) => x) instanceof A, a.filter(() => true).constructor.name, a.concat([4])); // expect: true false Array [ 1, 2, 3, 4 ]
