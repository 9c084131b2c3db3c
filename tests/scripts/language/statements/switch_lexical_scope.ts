let x = "outer";
switch (0 as number) {
  case 0:
    let x = "declared";
  case 1:
    x = "inner";
    function hoisted() { return "hoisted " + x; }
  case 2:
    console.log(x, hoisted()); // expect: inner hoisted inner
}
console.log(x); // expect: outer
