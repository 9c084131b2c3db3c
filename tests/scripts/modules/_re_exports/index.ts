export { a, b as renamed, default } from "./source.ts";
export * from "./source.ts";
export * as ns from "./source.ts";
export type { OnlyType } from "./source.ts";
export const own = "own";
