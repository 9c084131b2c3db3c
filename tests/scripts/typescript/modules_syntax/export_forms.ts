export const a = 1;
export let b = 2, c = 3;
export function f() { return 1; }
export class K {}
export enum E { A }
export namespace N { export const v = 1; }
export abstract class Abs {}
export declare const ghost: number;
export interface I {}
export type T = I;
export { a as renamed, b as "string name" };
export default class { static x = 5; }
export type { T as U };
import * as self from "./export_forms.ts";
console.log(Object.keys(self).join(), self.default.x, (self as any)["string name"]); // expect: Abs,E,K,N,a,b,c,default,f,renamed,string name 5 2
