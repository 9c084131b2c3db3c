const if = 1; // expect syntax error: Unexpected token 'if'
