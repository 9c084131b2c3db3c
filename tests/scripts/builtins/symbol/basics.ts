const a = Symbol("d"), b = Symbol("d");
console.log(a === b, a.toString(), a.description, Symbol().description, Symbol("").description === "", String(a), typeof a, Object(a) == a, Symbol.prototype[Symbol.toStringTag]); // expect: false Symbol(d) d undefined true Symbol(d) symbol true Symbol
try {
  new (Symbol as any)();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Symbol is not a constructor
}
console.log(Object(a).description, { [a]: 1 }, [a], a.valueOf() === a); // expect: d { [Symbol(d)]: 1 } [ Symbol(d) ] true
