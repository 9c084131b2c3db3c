async function* numbers() {
  yield 1;
  yield Promise.resolve(2);
  yield 3;
}
console.log(await Array.fromAsync(numbers())); // expect: [ 1, 2, 3 ]
console.log(await Array.fromAsync([Promise.resolve("a"), "b"])); // expect: [ 'a', 'b' ]
console.log(await Array.fromAsync({ length: 2, 0: Promise.resolve(1), 1: 2 })); // expect: [ 1, 2 ]
console.log(await Array.fromAsync(new Set([1, 2]), async (n: number, k: number) => n * 10 + k)); // expect: [ 10, 21 ]
console.log(await Array.fromAsync([1], function (this: { by: number }, n: number) { return n * this.by; }, { by: 3 })); // expect: [ 3 ]
class List extends Array {}
console.log(await Array.fromAsync.call(List, [1])); // expect: List(1) [ 1 ]
for (const wrong of [() => Array.fromAsync(null as any), () => Array.fromAsync([1], 2 as any), () => Array.fromAsync({ [Symbol.asyncIterator]: 1 } as any)]) {
  await wrong().catch((error) => console.log(String(error)));
}
// expect: TypeError: Cannot read properties of null (reading 'Symbol(Symbol.asyncIterator)')
// expect: TypeError: 2 is not a function
// expect: TypeError: 1 is not a function
const closing = { i: 0, next() { return { value: this.i++, done: false }; }, return() { console.log("closed"); return {}; }, [Symbol.asyncIterator]() { return this; } };
await Array.fromAsync(closing as any, (n) => { if (n === 2) throw new Error("stop"); }).catch((error) => console.log(String(error)));
// expect: closed
// expect: Error: stop
console.log(Array.fromAsync.length, Array.fromAsync.name); // expect: 1 fromAsync
