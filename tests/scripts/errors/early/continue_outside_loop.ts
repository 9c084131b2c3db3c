switch (1) {
  case 1:
    continue; // expect syntax error: Illegal continue statement: no surrounding iteration statement
}
