class A {
  static {
    return; // expect syntax error: Illegal return statement
  }
}
