const withCause = new Error("outer", { cause: "inner" });
console.log(withCause.cause, JSON.stringify(Object.getOwnPropertyDescriptor(withCause, "cause"))); // expect: inner {"value":"inner","writable":true,"enumerable":false,"configurable":true}
console.log(Object.hasOwn(new Error("m", {}), "cause"), Object.hasOwn(new Error("m", { cause: undefined }), "cause")); // expect: false true
console.log(Object.hasOwn(new Error("m", 5 as any), "cause"), new TypeError("m", { cause: 0 }).cause); // expect: false 0

const inherited = Object.create({ cause: 1 });
console.log(new Error("m", inherited).cause); // expect: 1

const log: string[] = [];
new RangeError({ toString() { log.push("message"); return ""; } } as any, { get cause() { log.push("cause"); return 1; } });
console.log(log.join()); // expect: message,cause

const many = new AggregateError(new Set([new Error("a"), 2]), "both", { cause: 3 });
console.log(many.errors.length, many.message, many.cause, many.name, many instanceof Error); // expect: 2 both 3 AggregateError true
console.log(Object.keys(many), AggregateError.length, Object.getPrototypeOf(AggregateError) === Error); // expect: [] 2 true
try { new AggregateError(5 as any); } catch (e: any) { console.log(e.name); } // expect: TypeError
