const e = "outer";
try {
  throw "inner";
} catch (e) {
  console.log(e); // expect: inner
  {
    const e = "block";
    console.log(e); // expect: block
  }
  const f = () => e;
  console.log(f()); // expect: inner
}
console.log(e); // expect: outer
function g() {
  try {
    throw 1;
  } catch (x) {
    var x: any = 2;
  }
  return x;
}
console.log(g()); // expect: undefined
