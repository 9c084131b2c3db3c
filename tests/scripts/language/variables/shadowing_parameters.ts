function f(x: number) {
  {
    let x = 10;
    x++;
  }
  const g = (x: number) => x * 2;
  return [x, g(x + 1)];
}
console.log(f(1)); // expect: [ 1, 4 ]
