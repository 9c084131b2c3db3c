class A {
  m(public x: number) {} // expect syntax error:
}
