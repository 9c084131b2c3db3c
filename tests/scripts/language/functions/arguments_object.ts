function f(this: any, ..._: any[]) {
  return [typeof arguments, arguments.length, arguments[1], [...arguments], Array.isArray(arguments)];
}
console.log(f("a", "b")); // expect: [ 'object', 2, 'b', [ 'a', 'b' ], false ]
function g(a: number) {
  arguments[0] = 99;
  a++;
  return [a, arguments[0]];
}
console.log(g(1)); // expect: [ 2, 99 ]
function h() {
  return arguments;
}
console.log(h.call(null), Object.prototype.toString.call(h()), h.length); // expect: [Arguments] {} [object Arguments] 0
try {
  (h() as any).callee;
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
