let a = 1;
{
  var a = 2; // expect syntax error: Identifier 'a' has already been declared
}
