function f(a?: any, b?: any) {
  return [a, b, arguments.length];
}
console.log(f(), f(1), f(1, 2), (f as any)(1, 2, 3)); // expect: [ undefined, undefined, 0 ] [ 1, undefined, 1 ] [ 1, 2, 2 ] [ 1, 2, 3 ]
const g: any = (a: any) => a;
console.log(g(), g(1, 2)); // expect: undefined 1
