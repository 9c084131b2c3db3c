const x = [1, 2];
try {
  // @ts-ignore
  for (const x of x) console.log(x);
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
try {
  // @ts-ignore
  for (let x in x) console.log(x);
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
