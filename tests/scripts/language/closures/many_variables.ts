function many() {
  let a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
  const swap = () => {
    [a, b, c, d, e, f, g, h] = [h, g, f, e, d, c, b, a];
  };
  swap();
  return [a, b, c, d, e, f, g, h].join("");
}
console.log(many()); // expect: 87654321
