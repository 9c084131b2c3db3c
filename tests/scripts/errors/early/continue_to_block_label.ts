block: {
  for (;;) continue block; // expect syntax error: Illegal continue statement: 'block' does not denote an iteration statement
}
