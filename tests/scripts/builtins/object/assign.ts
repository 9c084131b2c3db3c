const target: any = { a: 1 };
console.log(Object.assign(target, { b: 2 }, null, undefined, 5, "hi", { a: 9 }) === target, target); // expect: true { '0': 'h', '1': 'i', a: 9, b: 2 }
const s = Symbol("s");
console.log(Object.assign({}, { [s]: 1, get g() { return "got"; } }, Object.create({ inherited: 1 }))); // expect: { g: 'got', [Symbol(s)]: 1 }
const log: string[] = [];
Object.assign({ set x(v: any) { log.push("set x " + v); } }, { get x() { log.push("get x"); return 1; } });
console.log(log.join()); // expect: get x,set x 1
try {
  Object.assign(null as any, {});
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot convert undefined or null to object
}
