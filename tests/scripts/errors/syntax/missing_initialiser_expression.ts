let a = ; // expect syntax error: Unexpected token ';'
