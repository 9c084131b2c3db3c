class A {}
class B extends A {
  m() {
    super(); // expect syntax error: 'super' keyword unexpected here
  }
}
