class A {
  static prototype() {} // expect syntax error: Classes may not have
}
