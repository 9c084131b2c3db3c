function f(n: number) {
  switch (n) {
    case 0:
      let x = "set";
      return x;
    case 1:
      x = "too early";
      return x;
  }
}
console.log(f(0)); // expect: set
try {
  f(1);
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'x' before initialization
}
