const classes = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError] as any[];
console.log(classes.map((C) => `${C.name} ${C.length} ${C.prototype.name} ${new C("m")}`).join("\n")); // expect: Error 1 Error Error: m
// expect: TypeError 1 TypeError TypeError: m
// expect: RangeError 1 RangeError RangeError: m
// expect: SyntaxError 1 SyntaxError SyntaxError: m
// expect: ReferenceError 1 ReferenceError ReferenceError: m
// expect: EvalError 1 EvalError EvalError: m
// expect: URIError 1 URIError URIError: m
console.log(classes.slice(1).every((C) => Object.getPrototypeOf(C) === Error && new C() instanceof Error)); // expect: true
const a = new AggregateError([1, new Error("x")], "several");
console.log(a.name, a.message, a.errors.length, AggregateError.length, a instanceof Error); // expect: AggregateError several 2 2 true
