import { d } from "./d.ts";
import { b } from "./b.ts";
export const c = d + b + "c";
