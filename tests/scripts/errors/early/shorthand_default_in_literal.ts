const a = 1;
const o = { a = 2 }; // expect syntax error: Invalid shorthand property initializer
