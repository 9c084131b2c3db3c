const a = "\u{110000}"; // expect syntax error: Undefined Unicode code-point
