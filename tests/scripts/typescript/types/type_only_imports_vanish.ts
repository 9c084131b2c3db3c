import type { Missing } from "./_does_not_exist.ts";
import { type AlsoMissing, value } from "./_values.ts";
import { OnlyAType } from "./_values.ts";
export type { Missing };
const m: Missing | AlsoMissing | OnlyAType | undefined = undefined;
console.log(m, value); // expect: undefined 42
