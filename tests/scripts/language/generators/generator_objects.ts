function* g() {}
const GeneratorFunction = Object.getPrototypeOf(g).constructor;
const prototype = Object.getPrototypeOf(g.prototype);
console.log(g, g(), (function* () {}), GeneratorFunction.name, GeneratorFunction.length);
// expect: [GeneratorFunction: g] Object [Generator] {} [GeneratorFunction (anonymous)] GeneratorFunction 1
console.log(Object.getOwnPropertyNames(g), Object.getOwnPropertyNames(g.prototype), Object.getOwnPropertyNames(prototype));
// expect: [ 'length', 'name', 'prototype' ] [] [ 'constructor', 'next', 'return', 'throw' ]
console.log(Object.getOwnPropertyDescriptor(g, "prototype").writable, Object.getOwnPropertyDescriptor(g, "prototype").enumerable);
// expect: true false
console.log(g() instanceof g, Object.prototype.toString.call(g()), prototype[Symbol.toStringTag], g()[Symbol.iterator] !== undefined);
// expect: true [object Generator] Generator true
console.log(Object.getPrototypeOf(prototype) === Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())));
// expect: true
console.log(prototype.constructor === Object.getPrototypeOf(g), prototype.next.length, prototype.return.length, prototype.throw.length);
// expect: true 1 1 1
try { new g(); } catch (e) { console.log(e.message); } // expect: g is not a constructor
try { prototype.next.call({}); } catch (e) { console.log(e.message); }
// expect: Method [Generator].prototype.next called on incompatible receiver #<Object>
try { prototype.return.call(1); } catch (e) { console.log(e.message); }
// expect: Method [Generator].prototype.return called on incompatible receiver 1
g.prototype = null;
console.log(Object.getPrototypeOf(g()) === prototype); // expect: true
g.prototype = { own: 1 };
const it = g();
it.extra = 2;
it[0] = "element";
console.log(it.own, it.extra, it[0], Object.keys(it)); // expect: 1 2 element [ '0', 'extra' ]
