const package = 1; // expect syntax error: Unexpected strict mode reserved word
