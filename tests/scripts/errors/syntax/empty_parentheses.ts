const a = (); // expect syntax error: Unexpected token ')'
