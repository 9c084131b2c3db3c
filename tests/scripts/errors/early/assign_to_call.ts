function f() {}
f() = 1; // expect syntax error: Invalid left-hand side in assignment
