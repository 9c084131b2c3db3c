if () { // expect syntax error: Unexpected token ')'
}
