const f = (a, a) => 1; // expect syntax error: Duplicate parameter name not allowed in this context
