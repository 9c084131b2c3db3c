export interface T { x: number }
export type U = string;
export declare const ghost: number;
export declare function fn(): void;
export declare class K {}
export abstract class Abs { abstract m(): void; declare d: number; y?: number }
export const enum CE { a = 1 }
export enum E { b = 2 }
export namespace NT { export type Q = 1 }
export default interface Def {}
