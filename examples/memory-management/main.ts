// Runs all memory examples, one after the other: importing one runs it.

import { made as madeInRings } from "./gc-scale-test.ts";
import { made } from "./gc-no-cycles.ts";
import "./stress-test.ts";
import "./object-churn.ts";
import "./closure-lifetime.ts";
import "./circular-refs.ts";
import "./scope-cleanup.ts";

console.log(`all done; the two scale tests made ${made + madeInRings} objects`);
