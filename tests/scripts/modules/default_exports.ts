import f, { name } from "./_default/function.ts";
import C from "./_default/class.ts";
import value from "./_default/value.ts";
import anonymous from "./_default/anonymous.ts";
import { default as again } from "./_default/value.ts";
console.log(f(2), name, new C().x, C.name, value, again === value, anonymous(), anonymous.name); // expect: 4 twice anonymous class default { v: 1 } true arrow default
