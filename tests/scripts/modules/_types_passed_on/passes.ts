export { T } from "./types";
export { U as V } from "./types";
import { T as T2, E } from "./types";
export { T2, E };
export * from "./types";
import Def from "./types";
import { NT } from "./types";
import * as ns from "./types";
import { CE } from "./types";
let d: Def, q: NT.Q = 1, t: ns.T = { x: 1 };
export type { Def };
console.log(q, t.x, CE.a, typeof E);
function over(a: string): void; function over(a: number): void; function over(a: any) { console.log(a) }
over(1);
let definite!: number; class P { z!: number; constructor() {} } console.log(new P());
