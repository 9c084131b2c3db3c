class A {
  constructor() {}
  constructor(a) {} // expect syntax error: constructor
}
