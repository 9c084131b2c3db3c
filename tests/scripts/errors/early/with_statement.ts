const o = {};
with (o) { // expect syntax error: Strict mode code may not include a with statement
}
