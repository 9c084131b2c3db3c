let a: { b: number = 1; // expect syntax error:
