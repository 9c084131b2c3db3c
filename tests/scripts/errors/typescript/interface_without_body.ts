interface A
const b = 1; // expect syntax error:
