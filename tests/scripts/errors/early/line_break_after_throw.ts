throw // expect syntax error: Illegal newline after throw
  new Error("x");
