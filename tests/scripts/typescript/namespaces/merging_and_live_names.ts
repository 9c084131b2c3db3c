const log = console.log;
export enum X { one = 1 } export namespace N { export enum Y { two = X.one + 1 } export const enum Z { three = Y.two + 1 } } log(X, N, N.Y.two, N.Z.three);
function fn() {} namespace fn { export const meta = 1; export function sub() { return fn.meta + meta } } log((fn as any).sub(), fn.meta);
class Cl { static s = 1; m() { return Cl.inner.v } } namespace Cl { export const inner = { v: 2 }; export class Nested { x = s2 } export let s2 = 9 } log(new Cl().m(), new Cl.Nested().x, Cl.s);
enum En { a = 1 } namespace En { export function parse(s: string) { return En[s as any] } } log(En.parse("a"), (En as any).parse === En.parse);
namespace P.Q.R { export const deep = 1; export let mut = 1; export function inc() { mut++; return mut } } namespace P.Q { export const mid = R.deep + 1; R.inc() } log(P, P.Q.R.mut, P.Q.mid);
P.Q.R.mut = 10; log(P.Q.R.inc());
namespace S { export var a = 1, b; let priv = 2; export const [c, { d = 4 } = {} as any] = [3]; export namespace T { export const up = a + priv } b = 5; a += 10 } log(S, S.T.up);
namespace U { export import V = S.T; import W = S; export const w = W.a + V.up; } log(U.w, (U as any).V === S.T);
import Alias = P.Q.R; log(Alias.deep); import Type = Only.T; 
namespace Only { export type T = number; export interface I {} }
namespace Empty {} namespace OnlyTypes { interface I {} type T = 1 } log(typeof (globalThis as any).Empty);
namespace Fwd { export function early() { return later } export const later = 7 } log(Fwd.early());
namespace Shadow { export const a = 1; export function f(a: number) { return a } export function g() { const a = 2; return a } export function h() { return { a } } export function i({ a: b = a } = {} as any) { return b } } log(Shadow.f(5), Shadow.g(), Shadow.h(), Shadow.i());
namespace Upd { export let n = 0; n++; ++n; n += 5; [n] = [n * 2]; ({ n } = { n: n + 1 }); for (n of [1, 2]); n ??= 3; n ||= 4; n &&= 9; export function get() { return n } } log(Upd.n, Upd.get()); Upd.n = 100; log(Upd.get());
namespace AA { export class K { static i = new K(); v = helper() } function helper() { return "h" } }
// expect: { '1': 'one', one: 1 } { Y: { '2': 'two', two: 2 }, Z: { '3': 'three', three: 3 } } 2 3
// expect: 2 1
// expect: 2 9 1
// expect: 1 true
// expect: { Q: { R: { deep: 1, mut: 2, inc: [Function: inc] }, mid: 2 } } 2 2
// expect: 11
// expect: { a: 11, c: 3, d: 4, T: { up: 3 }, b: 5 } 3
// expect: 14 true
// expect: 1
// expect: undefined
// expect: 7
// expect: 5 2 { a: 1 } 1
// expect: 9 9
// expect: 100
