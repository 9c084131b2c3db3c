let n = 0;
class A {
  [`field${++n}`] = n;
}
console.log(Object.keys(new A()), Object.keys(new A()), n); // expect: [ 'field1' ] [ 'field1' ] 1
