function f() {
  super.x; // expect syntax error: 'super' keyword unexpected here
}
