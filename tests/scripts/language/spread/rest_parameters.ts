function f(a: any, ...rest: any[]) {
  rest.push("!");
  return [a, rest, arguments.length];
}
console.log(f(1), f(1, 2, 3), f.length); // expect: [ 1, [ '!' ], 1 ] [ 1, [ 2, 3, '!' ], 3 ] 1
const g = (...[first, second = "b"]: any[]) => [first, second];
console.log(g("x"), g(1, 2, 3), g.length); // expect: [ 'x', 'b' ] [ 1, 2 ] 0
const h = (a: any, b = 1, ...c: any[]) => c;
console.log(h.length, h(1), h(1, 2, 3), Array.isArray(h(1))); // expect: 1 [] [ 3 ] true
