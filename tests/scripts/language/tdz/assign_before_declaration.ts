try {
  // @ts-ignore
  x = 1;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
let x: number;
console.log(x!); // expect: undefined
