const a: any = { x: "a" };
const b: any = Object.create(a);
const c: any = Object.create(b);
console.log(c.x, c.y); // expect: a undefined
b.x = "b";
a.y = "late";
console.log(c.x, c.y); // expect: b late
delete b.x;
console.log(c.x); // expect: a
Object.setPrototypeOf(b, { x: "new parent" });
console.log(c.x, c.y, Object.getPrototypeOf(c) === b); // expect: new parent undefined true
c.__proto__ = null;
console.log(c.x, "__proto__" in c); // expect: undefined false
