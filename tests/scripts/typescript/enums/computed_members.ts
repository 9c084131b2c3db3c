const base = 10;
const f = () => 7;
enum E { A = base, B = f(), C = "abc".length, D = 1 << 3, F = A | D, G = ~1, H = -2.5, I = (1 + 2) * 3 % 4, J = 2 ** 10 }
console.log(E.A, E.B, E.C, E.D, E.F, E.G, E.H, E.I, E.J); // expect: 10 7 3 8 10 -2 -2.5 1 1024
console.log(E[10], E[7], E[-2], E["-2.5" as any]); // expect: F B G H
