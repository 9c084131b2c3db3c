const o = { a: }; // expect syntax error: Unexpected token '}'
