try {
} catch (e) {
  let e = 1; // expect syntax error: Identifier 'e' has already been declared
}
