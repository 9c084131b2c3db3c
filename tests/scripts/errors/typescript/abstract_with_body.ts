abstract class A {
  abstract m() {} // expect syntax error:
}
