export const a = "a", b = "b";
export default "the default";
export enum E { X = 1 }
export interface OnlyType { x: number }
