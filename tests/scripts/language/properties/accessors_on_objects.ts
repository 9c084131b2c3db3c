const o: any = {};
let stored = 0;
Object.defineProperty(o, "p", { get: () => stored, set: (v) => { stored = v * 10; }, enumerable: true });
o.p = 5;
o.p += 1;
console.log(o.p, stored, Object.keys(o)); // expect: 510 510 [ 'p' ]
Object.defineProperty(o, "getOnly", { get: () => 1 });
Object.defineProperty(o, "setOnly", { set: (v) => console.log("set", v) });
o.setOnly = "x"; // expect: set x
console.log(o.getOnly, o.setOnly); // expect: 1 undefined
try {
  o.getOnly = 2;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot set property getOnly of #<Object> which has only a getter
}
