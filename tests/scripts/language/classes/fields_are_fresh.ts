class A {
  list: number[] = [];
}
const a = new A(), b = new A();
a.list.push(1);
console.log(a.list, b.list, a.list === b.list); // expect: [ 1 ] [] false
