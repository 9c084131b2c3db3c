export * from "./b.ts";
export const fromA = "a";
