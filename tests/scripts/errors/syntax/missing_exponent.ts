const a = 1e; // expect syntax error:
