const iterator = { return() { console.log("closed"); return {}; }, __proto__: Iterator.prototype } as any;
{
  using held = iterator; // expect: closed
}
{
  using without = { __proto__: Iterator.prototype } as any;
  using values = [1, 2].values();
  console.log(values.next().value); // expect: 1
}
console.log(Symbol.dispose.toString(), Symbol.asyncDispose.description); // expect: Symbol(Symbol.dispose) Symbol.asyncDispose
