export * from "./constants.ts";
export * as all from "./shapes.ts";
export { default as describe, area } from "./shapes.ts";
import type { Shape } from "./shapes.ts";

export const square = (side: number): Shape => ({ kind: "square", side });
