import def, { a, type T, b as renamed } from "./first.ts";
import * as all from "./second.ts";
import { OnlyType } from "./types.ts";
export { a as again } from "./third.ts";
export * from "./fourth.ts";
export { renamed, all };
export default function () { return def(a); }
export let counter: T | OnlyType = 0;
counter++;
