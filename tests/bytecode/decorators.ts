function dec(_value: unknown, _context: unknown): void {}
@dec
class A {
  @dec method() {}
  @dec field = 1;
}
