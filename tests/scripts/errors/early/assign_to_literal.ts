let a = 1;
1 = a; // expect syntax error: Invalid left-hand side in assignment
