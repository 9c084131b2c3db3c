// What can't see the third argument is not given one; what did not change is not defined again.
const text = '{"a":[1,{"b":2}],"c":"x","d":{"e":null}}';
console.log(JSON.stringify(JSON.parse(text, (_key, value) => value))); // expect: {"a":[1,{"b":2}],"c":"x","d":{"e":null}}
console.log(JSON.parse("[1.50, 2]", (...all: any[]) => (all[2].source ?? "none") + typeof all[1])); // expect: noneobject
console.log(JSON.parse("[1.50]", function (this: any, key) { return key ? [key, arguments.length] : this[key]; })); // expect: [ [ '0', 3 ] ]
console.log(JSON.parse("[1.50]", (_k: any, v: any, context: any) => context.source ?? v)); // expect: [ '1.50' ]
console.log(JSON.parse(text, (key, value) => (key === "b" ? undefined : typeof value === "number" ? value + 1 : value)));
// expect: { a: [ 2, {} ], c: 'x', d: { e: null } }
const hidden = JSON.parse('{"x":1,"y":{"z":1}}', function (this: any, key, value) {
  if (key === "x") Object.defineProperty(this, "y", { value: 5, enumerable: false, writable: true, configurable: true });
  if (key === "y") return value;
  return value;
});
console.log(Object.getOwnPropertyDescriptor(hidden, "y")); // expect: { value: 5, writable: true, enumerable: true, configurable: true }
const frozen = JSON.parse('{"x":1,"y":2}', function (this: any, key, value) {
  if (key === "x") Object.freeze(this);
  return key === "y" ? 9 : value;
});
console.log(frozen); // expect: { x: 1, y: 2 }
const swapped = JSON.parse("[0,[1],2]", function (this: any, key, value) {
  if (key === "0" && this.length === 3) this[1] = new Proxy([7], { defineProperty: (t, k, d) => (console.log("define", k), Reflect.defineProperty(t, k, d)) });
  return value;
});
console.log(swapped[1][0], swapped.length);
// expect: define 0
// expect: 7 3
const f = Object.assign(() => 1, { toJSON: (key: string) => "function at " + key });
console.log(JSON.stringify({ f, g: () => 1, n: new Number(3), s: new String("s"), b: new Boolean(false), u: undefined, l: [f, undefined] }));
// expect: {"f":"function at f","n":3,"s":"s","b":false,"l":["function at 0",null]}
console.log(JSON.stringify({ a: [1, { b: 2 }] }, function (this: any, key, value) { return Array.isArray(this) ? key + typeof value : value; }));
// expect: {"a":["0number","1object"]}
