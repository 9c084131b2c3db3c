type A<T> = T extends (infer U extends string)[] ? U : never;
type B = { readonly [K in keyof A<string[]> as `get${K & string}`]-?: () => void } & { [k: string]: unknown };
interface C extends Partial<Record<string, number>>, Iterable<number> { (a: number): string; new (a: string): C; readonly x?: number; m?<T>(t: T): void; get g(): number; set g(v: number); [Symbol.iterator](): Iterator<number> }
declare function outside(a: number): string;
declare let nothing: number, neither: string;
declare class Ghost { m(): void; static s: number }
declare module "ambient" { export const x: number; }
declare global { interface Window { y: number } }
export type { A, B };
console.log("only this"); // expect: only this
