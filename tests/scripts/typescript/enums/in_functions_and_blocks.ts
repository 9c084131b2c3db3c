function make() {
  enum Local { A = 1, B }
  return Local;
}
console.log(make().B, make() === make()); // expect: 2 false
{
  enum Inner { X = "x" }
  console.log(Inner.X); // expect: x
}
