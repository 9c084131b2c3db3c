const o = { a: 1 };
o..a; // expect syntax error: Unexpected token '.'
