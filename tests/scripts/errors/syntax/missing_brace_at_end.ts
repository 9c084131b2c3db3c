function f() {
  if (true) {
    return 1;
}
// expect syntax error: Unexpected end of input