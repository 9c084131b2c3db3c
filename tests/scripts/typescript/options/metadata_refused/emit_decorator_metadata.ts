const dec = (..._: any[]): any => {};
class A {
  @dec f: string = ""; // expect syntax error: The option emitDecoratorMetadata is not supported
}
