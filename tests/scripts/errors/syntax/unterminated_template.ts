const a = `text; // expect syntax error: Unterminated template
const b = 1;
