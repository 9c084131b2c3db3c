throw
  new Error("x"); // expect syntax error: Illegal newline after throw
