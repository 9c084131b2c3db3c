try {
  // @ts-ignore
  let x = x + 1;
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
let y = 1;
{
  try {
    // @ts-ignore
    let y = y;
  } catch (e) {
    console.log(String(e)); // expect: ReferenceError: Cannot access 'y' before initialization
  }
}
console.log(y); // expect: 1
