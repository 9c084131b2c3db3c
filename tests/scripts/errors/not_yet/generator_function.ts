const before = 1;
function* g() { // expect syntax error: enerator
  yield 1;
}
