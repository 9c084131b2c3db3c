import { "odd name" as odd, "default" as d } from "./_string_names.ts";
console.log(odd, d); // expect: 1 1
