function f(a = 1, b = a + 1) {
  return [a, b];
}
console.log(f(), f(5), f(5, 5)); // expect: [ 1, 2 ] [ 5, 6 ] [ 5, 5 ]
// @ts-ignore
function g(a = b, b = 2) {
  return [a, b];
}
console.log(g(1)); // expect: [ 1, 2 ]
try {
  g();
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'b' before initialization
}
