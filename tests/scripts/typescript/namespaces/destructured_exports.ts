namespace N {
  export const { a, b: { c } } = { a: 1, b: { c: 2 } };
  export const [x, ...rest] = [1, 2, 3];
  export let later: number;
  later = a + c;
}
console.log(N.a, N.c, N.x, N.rest, N.later, Object.keys(N)); // expect: 1 2 1 [ 2, 3 ] 3 [ 'a', 'c', 'x', 'rest', 'later' ]
