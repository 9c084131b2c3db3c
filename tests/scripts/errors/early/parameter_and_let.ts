function f(a) {
  let a = 1; // expect syntax error: Identifier 'a' has already been declared
}
