const a = 3in; // expect syntax error:
