import { type Shape, area, Kind, type Kind as K } from "./_mixed/shape.ts";
import makeDefault, * as everything from "./_mixed/shape.ts";
const s: Shape = { kind: Kind.Square, size: 3 };
const k: K = Kind.Square;
console.log(area(s), k, makeDefault(), Object.keys(everything)); // expect: 9 1 default [ 'Kind', 'area', 'default' ]
