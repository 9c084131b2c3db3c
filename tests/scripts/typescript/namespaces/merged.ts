namespace M { export const a = 1; export const own = () => "first"; }
namespace M { export const b = a + 1; }
console.log(M.a, M.b, M.own(), Object.keys(M)); // expect: 1 2 first [ 'a', 'own', 'b' ]
