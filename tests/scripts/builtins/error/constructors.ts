const kinds: any[] = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
for (const Kind of [Error, ...kinds]) {
  const called = Kind("m");
  const made = new Kind("m");
  const proto = Kind.prototype;
  console.log(String(made), Kind.name, Kind.length, proto.name, proto.message === "", called instanceof Kind);
  // expect: Error: m Error 1 Error true true
  // expect: EvalError: m EvalError 1 EvalError true true
  // expect: RangeError: m RangeError 1 RangeError true true
  // expect: ReferenceError: m ReferenceError 1 ReferenceError true true
  // expect: SyntaxError: m SyntaxError 1 SyntaxError true true
  // expect: TypeError: m TypeError 1 TypeError true true
  // expect: URIError: m URIError 1 URIError true true
}
console.log(kinds.every((K) => Object.getPrototypeOf(K) === Error && Object.getPrototypeOf(K.prototype) === Error.prototype)); // expect: true
console.log(Object.getPrototypeOf(Error) === Function.prototype, Object.prototype.toString.call(new TypeError())); // expect: true [object Error]

// The message is an own property only if one is given, and never enumerable.
console.log(Object.hasOwn(new Error(), "message"), Object.hasOwn(new Error(undefined), "message"), Object.hasOwn(new Error(""), "message")); // expect: false false true
console.log(Object.keys(new Error("m")), (new Error(5 as any) as any).message === "5"); // expect: [] true
try { new Error(Symbol() as any); } catch (e: any) { console.log(e.message); } // expect: Cannot convert a Symbol value to a string

class Own extends RangeError {
  constructor(message: string, public extra: number) {
    super(message);
    this.name = "Own";
  }
}
const own = new Own("hi", 3);
console.log(String(own), own.extra, own instanceof RangeError, own.constructor === Own, Object.keys(own)); // expect: Own: hi 3 true true [ 'extra', 'name' ]
