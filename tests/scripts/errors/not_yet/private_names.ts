class A {
  #x = 1; // expect syntax error: rivate
}
