const run = (f: () => unknown) => {
  try {
    return f();
  } catch (e) {
    return "caught " + e;
  }
};
console.log(run(() => [3, 1].sort((a, b) => { throw "sort"; }))); // expect: caught sort
console.log(run(() => "abc".replace("b", () => { throw "replace"; }))); // expect: caught replace
console.log(run(() => JSON.parse("[1]", () => { throw "reviver"; }))); // expect: caught reviver
console.log(run(() => JSON.stringify({ get a() { throw "getter in stringify"; } }))); // expect: caught getter in stringify
console.log(run(() => new Map([[1, 2]]).forEach(() => { throw "forEach"; }))); // expect: caught forEach
console.log(run(() => Array.from([1], () => { throw "from"; }))); // expect: caught from
console.log(run(() => Object.defineProperty({}, { toString() { throw "key"; } } as any, {}))); // expect: caught key
console.log(run(() => Reflect_less())); // expect: caught reduce
function Reflect_less() { return [1, 2, 3].reduce(() => { throw "reduce"; }); }
