class A {
  constructor = 1; // expect syntax error: Classes may not have a field named 'constructor'
}
