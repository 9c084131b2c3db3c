import { fromSecond } from "./second.ts";
export const start = "first " + fromSecond;
export class Late {}
export let assigned = 1;
