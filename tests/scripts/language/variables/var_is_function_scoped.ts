function f() {
  if (true) {
    var x = 1;
  }
  for (var i = 0; i < 3; i++) {}
  return [x, i];
}
console.log(f()); // expect: [ 1, 3 ]
console.log(g()); // expect: [ undefined, 5 ]
function g() {
  const before = y;
  var y = 5;
  return [before, y];
}
