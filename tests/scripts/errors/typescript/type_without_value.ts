type A = ; // expect syntax error:
