// A name that two `export *` offer is in neither; a local export wins; default is never taken along.
import * as all from "./_star/index.ts";
console.log(Object.keys(all), (all as any).both, all.local, "default" in all); // expect: [ 'local', 'one', 'same', 'two' ] undefined from index false
