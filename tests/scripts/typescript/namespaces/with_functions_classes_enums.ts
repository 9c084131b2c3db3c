function f() { return f.calls++; }
namespace f { export let calls = 10; }
class K { static own = 1; }
namespace K { export const extra = K.own + 1; export class Inner { v = 5; } }
enum E { A = 1 }
namespace E { export const parse = (s: string) => E[s as keyof typeof E]; }
console.log(f(), f(), f.calls, K.extra, new K.Inner().v, E.parse("A"), E.A); // expect: 10 11 12 2 5 1 1
