import { b } from "./b.ts";
import { c } from "./c.ts";
export const total = b + c;
