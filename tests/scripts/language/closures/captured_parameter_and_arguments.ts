// Strict code: arguments is a copy.
function f(a: number) {
  const set = () => (a = 9);
  set();
  return [a, arguments[0], arguments.length];
}
console.log(f(1)); // expect: [ 9, 1, 1 ]
