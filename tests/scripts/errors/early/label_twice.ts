a: {
  a: for (;;) {} // expect syntax error: Label 'a' has already been declared
}
