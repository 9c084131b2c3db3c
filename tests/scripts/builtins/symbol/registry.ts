const a = Symbol.for("key");
console.log(a === Symbol.for("key"), Symbol.keyFor(a), Symbol.keyFor(Symbol("x")), Symbol.keyFor(Symbol.iterator), a.description, Symbol.for(1 as any).description, Symbol("key") === (a as any)); // expect: true key undefined undefined key 1 false
try {
  Symbol.keyFor("x" as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: x is not a symbol
}
