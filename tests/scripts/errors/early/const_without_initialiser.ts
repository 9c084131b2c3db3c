const a = 1, b; // expect syntax error: Missing initializer in const declaration
