function f(): string {
  return g();
  function g() {
    return "first";
  }
  // @ts-ignore
  function g() {
    return "second";
  }
}
console.log(f()); // expect: second
