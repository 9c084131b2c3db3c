namespace N {
  export const a = 1;
  const hidden = 2;
  export function f() { return a + hidden; }
  export class C { x = a; }
  export enum E { One = 1 }
  export interface I { y: number }
  export type T = string;
}
const i: N.I = { y: 1 };
console.log(N.a, N.f(), new N.C(), N.E.One, i, Object.keys(N), "hidden" in N); // expect: 1 3 C { x: 1 } 1 { y: 1 } [ 'a', 'f', 'C', 'E' ] false
