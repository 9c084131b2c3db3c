class Point { x = 1; y = 2; method() {} get g() { return 1; } static s = 1; }
class Sub extends Point { z = 3; }
class Empty {}
console.log(new Point(), new Sub(), new Empty(), [new Point()], { p: new Point() }); // expect: Point { x: 1, y: 2 } Sub { x: 1, y: 2, z: 3 } Empty {} [ Point { x: 1, y: 2 } ] { p: Point { x: 1, y: 2 } }
console.log(Point, Sub, class {}, class Base2 extends Sub {}, Empty); // expect: [class Point] { s: 1 } [class Sub extends Point] [class (anonymous)] [class Base2 extends Sub] [class Empty]
function Old(this: any) { this.a = 1; }
console.log(new (Old as any)()); // expect: Old { a: 1 }
const anonymous = new (class { q = 1; })();
console.log(anonymous); // expect: { q: 1 }
