let x = 0;
for (let i = 0; i < 2000; i++) {
  const c = String.fromCharCode(i);
  eval("//x = -1" + (i === 10 || i === 13 ? "" : c) + "x = -1");
  if (c !== "*") eval("/* " + c + "x = 1 */");
}
console.log(x); // expect: 0
console.log(eval("// a\nx = 7"), eval(" /* b */ "), eval("//")); // expect: 7 undefined undefined
try {
  eval("/* never closed");
} catch (error) {
  console.log((error as Error).name); // expect: SyntaxError
}
