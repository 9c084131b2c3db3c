// Several files that import each other: live bindings, a cycle, re-exports, namespaces, types that leave no import.

import describe, { area as areaOf, type Shape } from "./shapes.ts";
import * as counter from "./counter.ts";
import { increment, count as current } from "./counter.ts";
import { isEven, isOdd } from "./even.ts";
import { all, PI, square as squareShape } from "./index.ts";
import type { Unused } from "./types.ts";

const shape: Shape = { kind: "rectangle", width: 2, height: 3 };
console.log(describe(shape), areaOf(shape));

// An import is a view of the exporter's variable.
console.log("before:", current);
increment();
increment(5);
console.log("after:", current, counter.count, counter.history);

// Two modules that need each other.
console.log("even:", [0, 1, 2, 7].map(isEven), "odd:", [0, 1, 2, 7].map(isOdd));

// What an index file collects from others.
console.log(PI, areaOf(squareShape(4)), Object.keys(all));

// A namespace object is sealed, its names sorted.
console.log(Object.keys(counter));
try {
  (counter as { count: number }).count = 0;
} catch (error) {
  console.log((error as Error).message);
}

const nothing: Unused | undefined = undefined;
console.log("types leave nothing:", nothing);
