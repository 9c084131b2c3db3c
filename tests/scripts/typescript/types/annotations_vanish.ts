let a: number = 1, b: string | undefined, c: Array<Map<string, Set<number[]>>> = [];
const f = (x: number, y?: string, ...rest: Array<[a: number, b?: string]>): x is 5 => true;
function g<T extends object = {}, const U = T>(this: void, a: T, b?: U): asserts a is T & { x: 1 } {}
let fn: (a: number, ...b: string[]) => void, ctor: abstract new (...args: any[]) => object, both: typeof a & {};
let tuple: readonly [first: number, second?: string, ...rest: boolean[]] = [1], u: unique symbol, lit: -1 | 1n | "a" | `x${string}` | true = "a";
console.log(a, b, c, f(5), g({}), fn!, tuple, lit, typeof ctor!); // expect: 1 undefined [] true undefined undefined [ 1 ] a undefined
