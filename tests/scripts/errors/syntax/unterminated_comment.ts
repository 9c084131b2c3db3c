const a = 1;
/* never closed // expect syntax error: Unterminated comment
const b = 2;
