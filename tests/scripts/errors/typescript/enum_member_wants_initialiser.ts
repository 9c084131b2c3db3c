const f = () => 1;
enum A {
  a = f(),
  b, // expect syntax error: Enum member must have initializer
}
