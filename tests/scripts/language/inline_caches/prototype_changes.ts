class A {
  m() { return "A"; }
}
class B extends A {}
const call = (o: any) => o.m();
const b: any = new B();
console.log(call(b), call(b)); // expect: A A
(B.prototype as any).m = () => "B added later";
console.log(call(b)); // expect: B added later
delete (B.prototype as any).m;
console.log(call(b)); // expect: A
A.prototype.m = () => "A replaced";
console.log(call(b)); // expect: A replaced
b.m = () => "own";
console.log(call(b), call(new B())); // expect: own A replaced
Object.setPrototypeOf(B.prototype, { m: () => "new parent" });
console.log(call(new B())); // expect: new parent
