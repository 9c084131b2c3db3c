for (;;) {
  break missing; // expect syntax error: Undefined label 'missing'
}
