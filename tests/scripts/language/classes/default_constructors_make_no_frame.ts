class A {
  args;
  target;
  constructor(...args: unknown[]) {
    this.args = args;
    this.target = new.target;
  }
}
class B extends A {}
class C extends B {}
class D extends C {
  field = this.args.length;
}
class E extends D {}
console.log(new C(1, 2, 3).args.join(), new C().target === C); // expect: 1,2,3 true
console.log(new E(1, 2).field, new E().target === E, new E(...[1, 2, 3]) instanceof D); // expect: 2 true true
class Failure extends Error {}
class Deep extends Failure {}
console.log(new Deep("m").message, new Deep("m") instanceof Failure, Object.prototype.toString.call(new Deep())); // expect: m true [object Error]
class List extends Array {}
class Pairs extends Map {}
console.log(new List(3).length, new Pairs([[1, 2]]).get(1), new List(1, 2) instanceof List); // expect: 3 2 true
const Bound = A.bind(null, "first") as any;
Bound.prototype = A.prototype;
class F extends Bound {}
console.log(new F("second").args.join()); // expect: first,second
console.log(Reflect_construct()); // expect: 1
function Reflect_construct() {
  const instance = new (class extends E {})(1);
  return instance.target.name + instance.field;
}
Object.setPrototypeOf(C, class { other = 1 });
console.log((new C() as any).other); // expect: 1
