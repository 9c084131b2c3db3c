import { a, b, rest, total, add } from "./_reassigned/values.ts";
console.log(a, b, rest, total); // expect: 1 2 { c: 3, d: 4 } 0
add(10);
console.log(total); // expect: 45
