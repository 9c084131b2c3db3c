const f = function (); // expect syntax error: Unexpected token ';'
