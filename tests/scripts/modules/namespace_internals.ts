// A module namespace: what is in its dead zone, and what may be defined on it.
import * as self from "./namespace_internals.ts";
const kinds: string[] = [];
for (const use of [() => Object.keys(self), () => Object.hasOwn(self, "late"), () => Object.getOwnPropertyDescriptor(self, "late"), () => "late" in self]) {
  try { kinds.push(String(use())); } catch (e) { kinds.push((e as Error).name); }
}
console.log(kinds); // expect: [ 'ReferenceError', 'ReferenceError', 'ReferenceError', 'true' ]
export let late = 1;
console.log(Reflect.defineProperty(self, "late", { value: 1 }), Reflect.defineProperty(self, "late", { value: 2 })); // expect: true false
console.log(Reflect.defineProperty(self, "none", {}), Reflect.set(self, "late", 1), Reflect.preventExtensions(self)); // expect: false false true
try { Object.freeze(self); } catch (e) { console.log((e as Error).name); } // expect: TypeError
console.log(Object.isFrozen(self), Object.isSealed(self)); // expect: false true
