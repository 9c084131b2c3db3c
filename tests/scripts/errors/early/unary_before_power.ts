const a = -1 ** 2; // expect syntax error: Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence
