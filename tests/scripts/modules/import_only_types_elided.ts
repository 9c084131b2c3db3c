// An import that only types use is dropped, and its file never run.
import { Thrower } from "./_elided/thrower.ts";
import type { Other } from "./_elided/thrower.ts";
import DefaultType from "./_elided/thrower.ts";
let a: Thrower | undefined, b: Other | undefined, c: DefaultType | undefined;
console.log(a, b, c); // expect: undefined undefined undefined
