const a = [1, 2; // expect syntax error: Unexpected token ';'
