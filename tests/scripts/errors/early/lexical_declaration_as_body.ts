if (true) let x = 1; // expect syntax error: Lexical declaration cannot appear in a single-statement context
