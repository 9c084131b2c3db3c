const toString = Error.prototype.toString;
console.log(toString.call({}), "|", toString.call({ name: "N" } as any), "|", toString.call({ message: "M" } as any)); // expect: Error | N | Error: M
console.log(toString.call({ name: "", message: "M" }), "|", toString.call({ name: "N", message: "" }), "|", toString.call({ name: "N", message: "M" })); // expect: M | N | N: M
console.log(toString.call({ name: null, message: 0 } as any)); // expect: null: 0
try { toString.call(5 as any); } catch (e: any) { console.log(e.message); } // expect: Method Error.prototype.toString called on incompatible receiver 5
class Named extends Error { get name() { return "Getter"; } }
console.log(String(new Named("z"))); // expect: Getter: z
