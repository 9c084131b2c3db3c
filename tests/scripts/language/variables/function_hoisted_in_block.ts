{
  console.log(inner()); // expect: inner
  function inner() {
    return "inner";
  }
}
// In strict code a function of a block is not visible outside it.
// @ts-ignore
console.log(typeof inner); // expect: undefined
