// Proxies where a prototype is looked for: of objects, arrays, classes and the global object.
const any: any = new Proxy({}, { get: (_target, key) => (typeof key === "string" ? `any ${key}` : undefined), has: () => true });
const child = Object.create(any);
console.log(child.x, child[3], "y" in child, Object.keys(child)); // expect: any x any 3 true []
const holes: any = [1, , 3];
Object.setPrototypeOf(holes, new Proxy(Array.prototype, { get: (t, k, r) => (k === "1" ? "hole" : Reflect.get(t, k, r)) }));
console.log(holes[1], holes.join()); // expect: hole 1,hole,3
console.log([...holes], holes.indexOf("hole")); // expect: [ 1, 'hole', 3 ] -1
class Base { constructor() { Object.setPrototypeOf(this, new Proxy(Base.prototype, { set(t, k, v, r) { return Reflect.set(t, k, v + 1, r); } })); } }
class Child extends Base { field = 1; constructor() { super(); (this as any).other = 2; } }
const made: any = new Child();
console.log(made.field, made.other, Object.keys(made)); // expect: 1 3 [ 'field', 'other' ]
const o: any = { __proto__: any, read() { return super.thing; } };
console.log(o.read()); // expect: any thing
class Field { constructor(target: object) { return target; } }
class Defines extends Field { x = 1; }
const defined: string[] = [];
new Defines(new Proxy({}, { defineProperty(t, k, d) { defined.push(String(k)); return Reflect.defineProperty(t, k, d); } }));
console.log(defined); // expect: [ 'x' ]
Object.setPrototypeOf(globalThis, new Proxy(Object.prototype, {
  has: (t, k) => k === "magic" || k in t,
  get: (t, k, r) => (k === "magic" ? 42 : Reflect.get(t, k, r)),
}));
declare let magic: number, nothing: number;
console.log(magic, typeof magic, typeof nothing); // expect: 42 number undefined
try { nothing; } catch (e) { console.log((e as Error).message); } // expect: nothing is not defined
try { nothing = 1; } catch (e) { console.log((e as Error).message); } // expect: nothing is not defined
magic = 3;
console.log(magic); // expect: 3
