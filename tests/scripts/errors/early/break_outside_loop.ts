if (true) {
  break; // expect syntax error: Illegal break statement
}
