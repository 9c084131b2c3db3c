const dec = (..._: any[]): any => {};
class A {
  m(@dec _p: number) {} // expect syntax error: Decorators of parameters need the option experimentalDecorators
}
