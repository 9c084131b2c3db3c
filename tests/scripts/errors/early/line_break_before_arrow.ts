const f = (a)
  => a; // expect syntax error:
