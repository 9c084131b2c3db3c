namespace A.B.C { export const deep = "abc"; }
namespace A { export namespace D { export const side = B.C.deep + "!"; } }
namespace A.B { export const sibling = C.deep.length; }
console.log(A.B.C.deep, A.D.side, A.B.sibling, Object.keys(A)); // expect: abc abc! 3 [ 'B', 'D' ]
