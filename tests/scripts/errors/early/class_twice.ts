class A {}
class A {} // expect syntax error: Identifier 'A' has already been declared
