import * as b from "./b.ts";
export const x = "x of a";
export const check = () => [b.early, b.late(), Object.keys(b)];
