enum E {
  1 = 2, // expect syntax error:
}
