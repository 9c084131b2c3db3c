export const value = 42;
export interface OnlyAType { x: 1 }
export interface AlsoMissing { y: 1 }
