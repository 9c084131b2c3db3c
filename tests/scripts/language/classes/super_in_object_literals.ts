const base = { hello() { return "base hello " + (this as any).n; }, n: 1 };
const derived = {
  __proto__: base,
  n: 2,
  hello() { return "derived, " + super.hello(); },
};
console.log(derived.hello()); // expect: derived, base hello 2
const other = { __proto__: { hello: () => "other" }, borrowed: derived.hello, n: 3 };
console.log((other as any).borrowed()); // expect: derived, base hello 3
