import { d } from "./d.ts";
export const b = d + "b";
