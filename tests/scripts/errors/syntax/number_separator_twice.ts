const a = 1__0; // expect syntax error:
