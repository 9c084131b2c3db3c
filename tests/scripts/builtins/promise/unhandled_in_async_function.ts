async function f() {
  await null;
  throw new RangeError("in f"); // expect error: RangeError: in f
}
f();
console.log("started"); // expect: started
