// Evaluated code is a string, which may have halves of pairs.
console.log(eval("'\uD800'").charCodeAt(0) === 0xd800); // expect: true
console.log(eval("//\uD800\n1")); // expect: 1
console.log(eval("'a\\\uDC00b'").length, eval("`\uD800`").charCodeAt(0) === 0xd800); // expect: 3 true
const f = new Function("return '\uDC00'");
console.log(f().charCodeAt(0) === 0xdc00, f.toString().includes("'\uDC00'")); // expect: true true
try {
  eval("'\uD800'; let \uDC00");
} catch (error) {
  console.log(String(error)); // expect: SyntaxError: Invalid or unexpected token
}
try {
  eval("'\uD800'; null.x");
} catch (error) {
  console.log((error as Error).message); // expect: Cannot read properties of null (reading 'x')
}
