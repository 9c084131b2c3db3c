let { a }; // expect syntax error: Missing initializer in destructuring declaration
