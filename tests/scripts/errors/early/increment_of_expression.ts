let a = 1, b = 2;
(a + b)++; // expect syntax error: Invalid left-hand side expression in postfix operation
