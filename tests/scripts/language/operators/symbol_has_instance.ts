class Even {
  static [Symbol.hasInstance](n: any) {
    return n % 2 === 0;
  }
}
console.log((2 as any) instanceof Even, (3 as any) instanceof Even); // expect: true false
class P {}
const Q = P.bind(null) as any;
console.log(new P() instanceof Q, new Q() instanceof P); // expect: true true
console.log(Function.prototype[Symbol.hasInstance].call(P, new P())); // expect: true
const truthy: any = { [Symbol.hasInstance]: () => "yes" };
console.log({} instanceof truthy); // expect: true
