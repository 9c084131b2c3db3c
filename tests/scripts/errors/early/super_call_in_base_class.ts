class A {
  constructor() {
    super(); // expect syntax error: 'super' keyword unexpected here
  }
}
