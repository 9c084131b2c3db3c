const a = "text; // expect syntax error: Unterminated string
const b = 1;
