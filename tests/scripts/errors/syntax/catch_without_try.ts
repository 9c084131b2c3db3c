catch (e) { // expect syntax error: Unexpected token 'catch'
}
