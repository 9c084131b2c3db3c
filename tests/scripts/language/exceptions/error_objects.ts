const e = new Error("message", { cause: { code: 5 } });
console.log(e.message, (e as any).cause.code, e.name, Object.keys(e), "cause" in new Error("x")); // expect: message 5 Error [] false
console.log(Object.hasOwn(e, "message"), Object.hasOwn(new Error(), "message"), Object.hasOwn(e, "name"), typeof e.stack); // expect: true false false string
console.log(String(new Error()), String(new TypeError("t")), new RangeError("r") + ""); // expect: Error TypeError: t RangeError: r
console.log((Error as any)("called") instanceof Error, (TypeError as any)("x").message); // expect: true x
console.log(Object.getOwnPropertyDescriptor(e, "message")); // expect: {
// expect:   value: 'message',
// expect:   writable: true,
// expect:   enumerable: false,
// expect:   configurable: true
// expect: }
