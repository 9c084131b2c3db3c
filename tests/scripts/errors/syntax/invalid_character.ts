const a = 1;
const b = a # 2; // expect syntax error: Invalid or unexpected token
