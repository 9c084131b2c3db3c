import { even } from "./_cycles/even.ts";
import { odd, seenAtStart } from "./_cycles/odd.ts";
console.log(even(10), odd(7), even(3), seenAtStart); // expect: true true false function, ReferenceError: Cannot access 'label' before initialization
