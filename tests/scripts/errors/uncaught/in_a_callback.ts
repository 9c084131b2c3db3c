const list = [1, 2, 3];
list.forEach((n) => { // expect: 1
// expect: 2
  console.log(n);
  if (n === 2) throw new Error("at two"); // expect error: Error: at two
});
