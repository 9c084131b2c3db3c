const a = 1_; // expect syntax error:
