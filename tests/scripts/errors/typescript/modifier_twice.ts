class A {
  public public x = 1; // expect syntax error:
}
