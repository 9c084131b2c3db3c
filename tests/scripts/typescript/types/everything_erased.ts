
declare module "foo" { export const q: number }
declare global { interface Array<T> { foo: T } var gg: number }
export {};
abstract class Q { abstract x: number; declare y: string; z?: number; readonly w = 1; private constructor(protected a: string, readonly b?: number, public override c = 3) {} static make() { return new (Q as any)("p") } [key: string]: any }
console.log(Q.make());
function f(this: Date, a?: number, ...r: string[]): asserts a is number {} console.log(f.length);
let v = <any>{ a: 1 }; let w = v!.a!; let y = v as const satisfies object; console.log(w, y);
type X<T> = T extends infer U ? U : never; interface I { (x: number): string; new (): I; readonly [k: string]: any; method?(): void; get a(): number; set a(v: number) }
class G<in out T extends object = {}> implements I2, I3<T> { m<const U>(x: U): x is U & {} { return true } } interface I2 {} interface I3<T> {}
console.log(new G<{}>().m<1>(1), typeof f<number>);
enum Dir { Up = "UP" } let dir: `${Dir}` = "UP"; console.log(dir);
for (const k in { a: 1 } as Record<string, number>) console.log(k);
let fn = function <T>(x: T): T { return x }, ar = <T,>(x: T) => x, as2 = async <T,>(x: T) => x; console.log(fn(1), ar<number>(2));
class Over { constructor(); constructor(x: number); constructor(x?: any) { this.v = x } v; m(): void; m(x: number): void; m(x?: any) { return x } static s(): void; static s(x?: any) {} get [Symbol.toStringTag](): string { return "T" } } console.log(new Over(1).m(4), String(new Over()));
label: { const x: unique symbol = Symbol(); break label }
if (v satisfies any) { type Inner = 1; interface Inner2 {} enum E2 { a } console.log(E2.a) }
let opt = v?.b?.["c"]!.d; console.log(opt); export type { X }; export default interface Foo2 {}
try {} catch (e: unknown) {} 
let tuple: [a: number, b?: string, ...rest: boolean[]] = [1]; let neg: -1 = -1; let big: 10n | undefined; console.log(tuple, neg, big);
import type { Z } from "./nowhere"; import { type ZZ } from "./nowhere2"; import type Z3 from "./nowhere3"; import Z4 from "./nowhere4"; let z4: Z4;
accessor: for (;;) break accessor;
// expect: Q { a: 'p', b: undefined, c: 3, z: undefined, w: 1 }
// expect: 1
// expect: 1 { a: 1 }
// expect: true function
// expect: UP
// expect: a
// expect: 1 2
// expect: 4 [object T]
// expect: 0
// expect: undefined
// expect: [ 1 ] -1 undefined
