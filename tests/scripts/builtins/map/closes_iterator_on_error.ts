const entries: any = { [Symbol.iterator]: () => ({ next: () => ({ value: 5, done: false }), return() { console.log("closed"); return {}; } }) };
try {
  new Map(entries); // expect: closed
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
try {
  Map.prototype.get.call({} as any, 1);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Method Map.prototype.get called on incompatible receiver #<Object>
}
console.log(Object.getOwnPropertyDescriptor(Map.prototype, "size")!.get!.name, Map.length, String(new Map()), typeof Map.prototype[Symbol.iterator]); // expect: get size 0 [object Map] function
