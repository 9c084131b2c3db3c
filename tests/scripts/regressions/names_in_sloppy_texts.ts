// A text that doesn't say "use strict" may use eval and arguments as names and repeat those of parameters.
console.log(new Function("a", "b", "a", "return a + b")(1, 2, 3), new Function("x,x", "y", "").length); // expect: 5 3
console.log(new Function("arguments = 42; return arguments")(1)); // expect: 42
console.log(new Function("eval", "return eval + 1")(1)); // expect: 2
const indirect = eval;
indirect("var arguments = 7");
console.log((globalThis as any).arguments); // expect: 7
for (const make of [
  () => new Function("a", "a", "'use strict'"),
  () => new Function("'use strict'; eval = 1"),
  () => new Function("a", "{ a }", ""),
  () => indirect("'use strict'; var eval"),
  () => indirect("(a, a) => 1"),
  () => eval("var arguments"),
]) {
  try {
    make();
    console.log("no error");
  } catch (error) {
    console.log(String(error));
  }
}
// expect: SyntaxError: Duplicate parameter name not allowed in this context
// expect: SyntaxError: Unexpected eval or arguments in strict mode
// expect: SyntaxError: Duplicate parameter name not allowed in this context
// expect: SyntaxError: Unexpected eval or arguments in strict mode
// expect: SyntaxError: Duplicate parameter name not allowed in this context
// expect: SyntaxError: Unexpected eval or arguments in strict mode
