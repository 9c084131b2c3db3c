import { q, who } from "../_dynamic/packages";

console.log(who, q); // expect: pkg 42 true q
