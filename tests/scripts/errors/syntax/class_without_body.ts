class A
const a = 1; // expect syntax error: Unexpected token 'const'
