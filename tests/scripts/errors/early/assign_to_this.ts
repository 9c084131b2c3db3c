this = 1; // expect syntax error: Invalid left-hand side in assignment
