import Def, { Imported, OnlyType, Space } from "./_lib";
import * as all from "./_lib";
import type { Imported as T2 } from "./_lib";
const notes = new Map<string, any>();
(Reflect as any).metadata = (key: string, value: any) => (target: any, name: any) => {
  const show = (v: any): string => Array.isArray(v) ? "[" + v.map(show).join(", ") + "]" : typeof v === "function" ? v.name : String(v);
  console.log(`${typeof target === "function" ? "static " + target.name : target.constructor.name}.${String(name)} ${key} ${show(value)}`);
};
const dec = (..._: any[]): any => {};
enum Num { a, b }
enum Str { a = "x" }
enum Mixed { a = "x", b = 1 }
interface Local {}
type Alias = string; type Fn = () => void; type Obj = { x: 1 }; type Lit = "a" | "b"; type Al2 = Other;
class Other {}
function scope<Q>() {
  class Inner {}
  @dec class Nested<T> { @dec i!: Inner; @dec t!: T; @dec q!: Q; @dec o!: Other }
  return Nested;
}
@dec
class A {
  @dec s!: string; @dec n!: number; @dec b!: boolean; @dec sym!: symbol; @dec u!: undefined; @dec nul!: null; @dec v!: void; @dec nev!: never;
  @dec any_!: any; @dec unk!: unknown; @dec obj!: object; @dec lit!: { a: 1 }; @dec arr!: string[]; @dec tup!: [number]; @dec ro!: readonly string[]; @dec fn!: () => void; @dec ctor!: new () => A;
  @dec un1!: string | "x"; @dec un2!: string | number; @dec un3!: string | null; @dec un4!: undefined | null; @dec un5!: Set<number> | undefined; @dec int1!: string & {}; @dec tpl!: `a${string}`; @dec one!: 1; @dec neg!: -1; @dec tru!: true; @dec cond!: A extends B ? string : string;
  @dec date!: Set<number>; @dec map!: Map<string, number>; @dec pr!: Promise<void>; @dec missing!: Missing; @dec ns!: Missing.Deep; @dec self!: A; @dec other!: Other;
  @dec im!: Imported; @dec ot!: OnlyType; @dec df!: Def; @dec sp!: Space.In; @dec al!: all.Imported; @dec al2!: all.Space.In; @dec t2!: T2;
  @dec num!: Num; @dec str!: Str; @dec mix!: Mixed; @dec loc!: Local; @dec ali!: Alias; @dec alf!: Fn; @dec alo!: Obj; @dec all_!: Lit; @dec alc!: Al2;
  @dec none; @dec init = 5; @dec key!: keyof A; @dec idx!: A["s"]; @dec typ!: typeof dec; @dec th!: this; @dec accessor acc!: number; @dec static st: string; @dec ["comp" + 1]!: Other;
  constructor(public p: string, q?: Other, r = 5, ...rest: Set<number>[]) {}
  @dec m(a: number, b?: string, { c }: { c: 1 } = { c: 1 }, ...rest: Array<Other>): Promise<A> { return null as any }
  @dec none_() {} @dec async as_() {} @dec pred(x: any): x is string { return true } @dec asr(x: any): asserts x {} @dec gen<T extends object>(this: A, x: T): T { return x }
  @dec get g(): string { return "" } set g(v: string) {}
  @dec get go(): Other { return null as any } @dec set so(v: number) {} @dec get un() { return 1 }
  @dec static sm(this: void, x: Str): void {}
  par(@dec x: Other, y: number) {}
}
interface B {}
scope();
@dec class NoCtor extends Other {} @dec class WithCtor { constructor(@dec a: Other, b: number) {} }
// expect: A.s design:type String
// expect: A.n design:type Number
// expect: A.b design:type Boolean
// expect: A.sym design:type Symbol
// expect: A.u design:type undefined
// expect: A.nul design:type undefined
// expect: A.v design:type undefined
// expect: A.nev design:type undefined
// expect: A.any_ design:type Object
// expect: A.unk design:type Object
// expect: A.obj design:type Object
// expect: A.lit design:type Object
// expect: A.arr design:type Array
// expect: A.tup design:type Array
// expect: A.ro design:type Array
// expect: A.fn design:type Function
// expect: A.ctor design:type Function
// expect: A.un1 design:type String
// expect: A.un2 design:type Object
// expect: A.un3 design:type Object
// expect: A.un4 design:type undefined
// expect: A.un5 design:type Object
// expect: A.int1 design:type Object
// expect: A.tpl design:type String
// expect: A.one design:type Number
// expect: A.neg design:type Number
// expect: A.tru design:type Boolean
// expect: A.cond design:type String
// expect: A.date design:type Set
// expect: A.map design:type Map
// expect: A.pr design:type Promise
// expect: A.missing design:type Object
// expect: A.ns design:type Object
// expect: A.self design:type A
// expect: A.other design:type Other
// expect: A.im design:type Imported
// expect: A.ot design:type Object
// expect: A.df design:type Def
// expect: A.sp design:type In
// expect: A.al design:type Imported
// expect: A.al2 design:type In
// expect: A.t2 design:type Object
// expect: A.num design:type Number
// expect: A.str design:type String
// expect: A.mix design:type Object
// expect: A.loc design:type Object
// expect: A.ali design:type String
// expect: A.alf design:type Function
// expect: A.alo design:type Object
// expect: A.all_ design:type String
// expect: A.alc design:type Object
// expect: A.none design:type Object
// expect: A.init design:type Object
// expect: A.key design:type Object
// expect: A.idx design:type Object
// expect: A.typ design:type Object
// expect: A.th design:type Object
// expect: A.acc design:type Number
// expect: A.comp1 design:type Other
// expect: A.m design:returntype Promise
// expect: A.m design:paramtypes [Number, String, Object, Other]
// expect: A.m design:type Function
// expect: A.none_ design:returntype undefined
// expect: A.none_ design:paramtypes []
// expect: A.none_ design:type Function
// expect: A.as_ design:returntype Promise
// expect: A.as_ design:paramtypes []
// expect: A.as_ design:type Function
// expect: A.pred design:returntype Boolean
// expect: A.pred design:paramtypes [Object]
// expect: A.pred design:type Function
// expect: A.asr design:returntype undefined
// expect: A.asr design:paramtypes [Object]
// expect: A.asr design:type Function
// expect: A.gen design:returntype Object
// expect: A.gen design:paramtypes [Object]
// expect: A.gen design:type Function
// expect: A.g design:paramtypes [String]
// expect: A.g design:type String
// expect: A.go design:paramtypes []
// expect: A.go design:type Other
// expect: A.so design:paramtypes [Number]
// expect: A.so design:type Number
// expect: A.un design:paramtypes []
// expect: A.un design:type Object
// expect: A.par design:returntype undefined
// expect: A.par design:paramtypes [Other, Number]
// expect: A.par design:type Function
// expect: static A.st design:type String
// expect: static A.sm design:returntype undefined
// expect: static A.sm design:paramtypes [String]
// expect: static A.sm design:type Function
// expect: static A.undefined design:paramtypes [String, Other, Object, Set]
// expect: Nested.i design:type Inner
// expect: Nested.t design:type Object
// expect: Nested.q design:type Object
// expect: Nested.o design:type Other
// expect: static WithCtor.undefined design:paramtypes [Other, Number]
