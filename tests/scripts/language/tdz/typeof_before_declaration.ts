try {
  // @ts-ignore
  typeof x;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
let x = 1;
