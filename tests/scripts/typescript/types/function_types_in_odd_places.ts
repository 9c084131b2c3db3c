type F = new () => { [k: string]: typeof import("./_values.ts") };
let a: (() => void) | null = null, b: typeof globalThis.Array<number> | undefined, c: (new () => object)[] = [];
let d: { a: 1; b(): void; readonly c?: 2 } | undefined, e: [() => void][] = [], f: keyof typeof Math | `${number}px` = "5px";
let g: number extends 1 ? (infer: string) => void : never, h: A["b"]["c"][number] = 1;
interface A { b: { c: number[] } }
abstract class K<in out T, const U extends readonly unknown[] = []> { abstract m<V>(this: K<T, U>, v: V): asserts v is V & {}; }
console.log(a, b, c, d, e, f, g!, h, typeof K); // expect: null undefined [] undefined [] 5px undefined 1 function
