// An indirect eval is global code: what it declares with var and function is global, and can be deleted.
const indirect = eval;
console.log(indirect("var made = 1; function f() { return made + 1; } let local = 5; made + local")); // expect: 6
console.log((globalThis as any).made, (globalThis as any).f(), "local" in globalThis); // expect: 1 2 false
console.log(Object.getOwnPropertyDescriptor(globalThis, "made")); // expect: { value: 1, writable: true, enumerable: true, configurable: true }
console.log(delete (globalThis as any).made, "made" in globalThis); // expect: true false
console.log(indirect("'use strict'; var own = 3; own"), "own" in globalThis); // expect: 3 false
Object.defineProperty(globalThis, "fixed", { value: 1 });
try { indirect("function fixed() {}"); } catch (e) { console.log((e as Error).name); } // expect: TypeError
console.log(eval("var inner = 2; inner"), "inner" in globalThis); // expect: 2 false
