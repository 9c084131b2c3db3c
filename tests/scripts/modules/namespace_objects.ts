import * as ns from "./_namespace/values.ts";
console.log(ns); // expect: [Module: null prototype] { a: 2, default: 'd', m: [Function: m], z: 1 }
console.log(Object.keys(ns), ns.default, "missing" in ns, (ns as any).missing, Object.prototype.toString.call(ns), Object.getPrototypeOf(ns)); // expect: [ 'a', 'default', 'm', 'z' ] d false undefined [object Module] null
console.log(Object.isSealed(ns), Object.isExtensible(ns), Object.getOwnPropertyDescriptor(ns, "a"), typeof ns); // expect: true false { value: 2, writable: true, enumerable: true, configurable: false } object
for (const f of [() => { (ns as any).a = 1; }, () => { (ns as any).extra = 1; }, () => { delete (ns as any).a; }]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'a' of object '[object Module]'
    // expect: TypeError: Cannot add property extra, object is not extensible
    // expect: TypeError: Cannot delete property 'a' of [object Module]
  }
}
console.log(delete (ns as any).missing, ns.z, { ...ns }, Object.entries(ns).length); // expect: true 1 { a: 2, default: 'd', m: [Function: m], z: 1 } 4
for (const k in ns) console.log(k); // expect: a
// expect: default
// expect: m
// expect: z
