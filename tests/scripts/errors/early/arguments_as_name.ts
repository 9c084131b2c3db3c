let arguments = 1; // expect syntax error: Unexpected eval or arguments in strict mode
