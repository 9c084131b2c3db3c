try {
  // @ts-ignore
  x;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
let x = 1;
console.log(x); // expect: 1
