export * from "./a.ts";
export const fromB = "b";
