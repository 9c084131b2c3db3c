const J: any = JSON;
const seen: string[] = [];
const value = J.parse('{"a": [1.50, "x\\u0041\\"", true], "a": {"b": -0}, "c": 1e3, "__proto__": null}', function (this: any, key: string, value: any, context: any) {
  seen.push(key + "=" + context.source);
  return value;
});
console.log(seen.join(" ")); // expect: b=-0 a=undefined c=1e3 __proto__=null =undefined
console.log(Object.keys(value).join(), Object.is(value.a.b, -0)); // expect: a,c,__proto__ true
J.parse('[1, "\\"\\\\", [ ] , {} ]', (key: string, value: any, { source }: any) => (source && console.log(key, source), value));
// expect: 0 1
// expect: 1 "\"\\"
J.parse("[1, 2, 3]", function (this: any, key: string, value: any, { source }: any) {
  if (key === "0") this[1] = 7;
  if (key === "1") console.log(value, source); // expect: 7 undefined
  return value;
});
const big = J.rawJSON("12345678901234567890");
console.log(J.stringify({ big, list: [big] }), J.isRawJSON(big), J.isRawJSON({ rawJSON: "1" })); // expect: {"big":12345678901234567890,"list":[12345678901234567890]} true false
console.log(Object.isFrozen(big), Object.getPrototypeOf(big), big.rawJSON, J.stringify(Object.freeze({ __proto__: null, x: 1 }))); // expect: true null 12345678901234567890 {"x":1}
for (const text of ["", " 1", "{}", "[1]", "1,", undefined]) {
  try {
    J.rawJSON(text);
  } catch (error) {
    console.log((error as Error).name);
  }
}
// expect: SyntaxError
// expect: SyntaxError
// expect: SyntaxError
// expect: SyntaxError
// expect: SyntaxError
// expect: SyntaxError
