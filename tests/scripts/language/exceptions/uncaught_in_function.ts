function inner(n: number) {
  if (n === 0) throw new RangeError("bottom"); // expect error: RangeError: bottom
  inner(n - 1);
}
console.log("start"); // expect: start
inner(3);
