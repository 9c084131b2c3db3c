const a = 1;
else { // expect syntax error: Unexpected token 'else'
}
