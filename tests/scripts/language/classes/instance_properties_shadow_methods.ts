class A {
  m() { return "method"; }
}
const a: any = new A();
console.log(a.m()); // expect: method
a.m = () => "own";
console.log(a.m(), new A().m()); // expect: own method
delete a.m;
console.log(a.m()); // expect: method
A.prototype.m = () => "replaced";
console.log(a.m()); // expect: replaced
