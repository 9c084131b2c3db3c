class A {
  *items() {} // expect syntax error: enerator
}
