const add = new Function("a", "b", "return a + b");
console.log(add(1, 2), add.name, add.length); // expect: 3 anonymous 2
console.log(add.toString()); // expect: function anonymous(a,b
// expect: ) {
// expect: return a + b
// expect: }
console.log(Function("return this")() === globalThis, Function("'use strict'; return this")()); // expect: true undefined
console.log(Function("return typeof anonymous")(), Function("a, b = 2", "...c", "return [a, b, c]")(1)); // expect: undefined [ 1, 2, [] ]
for (const parts of [["a) { }, function (", ""], ["/*", "*/ ) {"], ["", "}, function () {"], ["a", "return"], ["", "\n-->"]]) {
  try {
    console.log(typeof Function(...parts));
  } catch (error) {
    console.log((error as Error).name);
  }
}
// expect: SyntaxError
// expect: SyntaxError
// expect: SyntaxError
// expect: function
// expect: SyntaxError
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
console.log([...GeneratorFunction("a", "yield a; yield 2")(9)]); // expect: [ 9, 2 ]
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
console.log(await AsyncFunction("return await 5")()); // expect: 5
class Sub extends Function {}
const sub = new Sub("return 7");
console.log(sub(), sub instanceof Sub, Object.getPrototypeOf(sub) === Sub.prototype); // expect: 7 true true
