import { a, renamed, default as d, E, ns, own } from "./_re_exports/index.ts";
import * as index from "./_re_exports/index.ts";
console.log(a, renamed, d, E.X, ns.b, own); // expect: a b the default 1 b own
console.log(Object.keys(index)); // expect: [ 'E', 'a', 'b', 'default', 'ns', 'own', 'renamed' ]
