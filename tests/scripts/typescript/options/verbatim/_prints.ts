console.log("prints is evaluated");
export type T = number;
export const value = 1;
