export enum A { a } export enum A { b = A.a + 1, c }
export function f() { return f.x } export namespace f { export let x = 5 }
export function g() { return g } export namespace g { export const y = 6 } export namespace g { export const z = y + 1 }
namespace Deep.Er { export const v = 7 }
export import Alias = Deep.Er.v;
export class C { m() { return C.inner + 1 } } export namespace C { export const inner = 8 }
const dec = (v: any, c: any): any => { c.addInitializer(function (this: any) { this.decorated = c.name }) };
export namespace N { @dec export class K { static me = K; self() { return K } } export declare const ghost: number; export function usesGhost() { return ghost } export abstract class Ab { abstract q(): void } }
export default function named() {} 
namespace named { export const extra = 9 }
export namespace H { export const { z, w: [first] } = { z: 1, w: [2] }; export const total = z + first; export class E extends Error {} export enum In { q = z } }
export function early() { return typeof late + [H.total, H.In.q, new H.E("x").message, N.usesGhost(), (N.K as any).decorated] } 
const late = 1;
namespace Local { var hidden = 1; export var shown = hidden } namespace Local { export const t = typeof (globalThis as any).hidden + shown }
console.log(Local, typeof N.Ab);
class Pm { #a?: number; #b!: string; readonly #c = 1; static #d?: number; public static accessor e = 1; accessor #f = 2; declare g: number; static [k: string]: any; show() { return [this.#a, this.#b, this.#c, Pm.#d, this.#f] } } console.log(new Pm().show(), Pm.e, new Pm());
