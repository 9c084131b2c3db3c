const f = 1;
function f() {} // expect syntax error: Identifier 'f' has already been declared
