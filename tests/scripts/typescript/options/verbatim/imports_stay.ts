import { type T } from "./_prints.ts"; // expect: prints is evaluated
import type { U } from "./_silent.ts";
const t: T = 1;
const u: U = 2;
console.log(t + u); // expect: 3
