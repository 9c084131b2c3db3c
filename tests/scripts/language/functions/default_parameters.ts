let calls = 0;
const f = (a: any, b = ++calls, c = a + b) => [a, b, c];
console.log(f(1), f(1, undefined, 5), f(1, null as any), f(1, 0, 0), calls); // expect: [ 1, 1, 2 ] [ 1, 2, 5 ] [ 1, null, 1 ] [ 1, 0, 0 ] 2
console.log(((a = 1, b: any, c = 2) => 0).length, ((a: any, b: any) => 0).length); // expect: 0 2
