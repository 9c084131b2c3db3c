class A {
  x = arguments; // expect syntax error: 'arguments' is not allowed in class field initializer or static initialization block
}
