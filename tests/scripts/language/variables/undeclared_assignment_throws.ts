try {
  // @ts-ignore
  undeclared = 1;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: undeclared is not defined
}
try {
  // @ts-ignore
  undeclared;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: undeclared is not defined
}
// @ts-ignore
console.log(typeof undeclared); // expect: undefined
