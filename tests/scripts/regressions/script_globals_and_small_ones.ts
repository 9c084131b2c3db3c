// args: --script
console.log(this === globalThis); // expect: true
var first = 1;
function second() {}
console.log(Object.getOwnPropertyDescriptor(globalThis, "first")); // expect: { value: 1, writable: true, enumerable: true, configurable: false }
console.log(Object.getOwnPropertyDescriptor(globalThis, "second")!.configurable, "third" in globalThis); // expect: false false
let third = 3;
const [...[hole]] = [, 1];
console.log(hole, third); // expect: undefined 3
class A { m(key: object) { try { return delete (super[key as any] as any); } catch (e) { return (e as Error).name; } } }
console.log(new A().m({ toString() { throw 1; } })); // expect: ReferenceError
