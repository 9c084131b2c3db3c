const a = 017; // expect syntax error: Octal literals are not allowed
