const o = {};
new o?.a(); // expect syntax error: Invalid optional chain from new expression
