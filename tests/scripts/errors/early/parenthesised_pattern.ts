let a = 1;
({ a }) = { a: 2 }; // expect syntax error: Invalid left-hand side in assignment
