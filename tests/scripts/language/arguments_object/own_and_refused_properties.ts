// What strict code's functions and arguments objects own, and what they refuse.
function f(_a: unknown, _b: unknown) { return arguments; }
const given = f(1, 2);
console.log(Object.getOwnPropertyNames(given), Object.getOwnPropertySymbols(given), given.length); // expect: [ '0', '1', 'length', 'callee' ] [ Symbol(Symbol.iterator) ] 2
const poison: any = Object.getOwnPropertyDescriptor(given, "callee");
console.log(poison.get === poison.set, poison.get.name === "", Object.isFrozen(poison.get), poison.enumerable, poison.configurable); // expect: true true true false false
console.log(poison.get === Object.getOwnPropertyDescriptor(Function.prototype, "caller")!.get); // expect: true
const kinds: string[] = [];
for (const use of [() => given.callee, () => f.caller, () => f.arguments, () => ((f as any).caller = 1)]) {
  try { use(); } catch (e) { kinds.push((e as Error).name); }
}
console.log(kinds, Object.hasOwn(f, "caller")); // expect: [ 'TypeError', 'TypeError', 'TypeError', 'TypeError' ] false
given.length = 1;
console.log([...given], Object.prototype.toString.call(given)); // expect: [ 1 ] [object Arguments]
