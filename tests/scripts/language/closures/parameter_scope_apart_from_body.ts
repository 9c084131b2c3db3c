function f(x: number, read = () => x, write = (v: number) => { x = v; }) {
  var x = 2;
  write(5);
  return [x, read()];
}
console.log(f(1)); // expect: [ 2, 5 ]
function g(x: number, read = () => x) {
  var x;
  x = 3;
  return [x, read()];
}
console.log(g(1)); // expect: [ 3, 1 ]
