import { E, T2, V } from "./_types_passed_on/passes";
import type { T } from "./_types_passed_on/passes";
import { type U, Abs } from "./_types_passed_on/types";
let x: T2 | V | T | U | undefined;
console.log(x, E.b, typeof Abs);
// expect: 1 1 1 object
// expect: 1
// expect: P { z: undefined }
// expect: undefined 2 function
