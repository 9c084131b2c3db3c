const a = (); // expect syntax error:
