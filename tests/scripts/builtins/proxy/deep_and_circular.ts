// Chains of proxies that are too long and prototypes that go in a circle end in a RangeError.
const kind = (f: () => unknown) => { try { f(); return "fine"; } catch (e) { return (e as Error).name; } };
let deep: any = {};
for (let i = 0; i < 200000; i++) deep = new Proxy(deep, {});
console.log(kind(() => deep.x), kind(() => { deep.x = 1; }), kind(() => "x" in deep), kind(() => delete deep.x)); // expect: RangeError RangeError RangeError RangeError
console.log(kind(() => Object.keys(deep)), kind(() => JSON.stringify(deep)), kind(() => deep instanceof Object)); // expect: RangeError RangeError RangeError
console.log(Array.isArray(deep), typeof deep, [deep]); // expect: false object [ {} ]
let call: any = function () {};
for (let i = 0; i < 200000; i++) call = new Proxy(call, {});
console.log(kind(() => call()), kind(() => Reflect.construct(Object, [], call))); // expect: RangeError RangeError
const ring: any = new Proxy({}, {});
Object.setPrototypeOf(ring, ring);
console.log(kind(() => ring.x), kind(() => { ring.x = 1; }), kind(() => ring[1]), kind(() => "x" in ring)); // expect: RangeError RangeError RangeError RangeError
console.log(kind(() => { for (const _ in ring); }), kind(() => ring instanceof Array)); // expect: RangeError RangeError
const inner: any = {};
Object.setPrototypeOf(inner, new Proxy(inner, {}));
console.log(kind(() => inner.x), kind(() => { inner.x = 1; }), kind(() => inner[3]), kind(() => 5 in inner)); // expect: RangeError RangeError RangeError RangeError
const own: any = {};
const handled: any = new Proxy(own, own);
own.__proto__ = handled;
console.log(kind(() => handled.x), kind(() => Object.keys(handled)), kind(() => { handled.x = 1; })); // expect: RangeError RangeError RangeError
