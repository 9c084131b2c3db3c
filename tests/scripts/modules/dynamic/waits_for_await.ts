import { v } from "../_dynamic/slow";

console.log(v); // expect: slow done
// expect: slow
import("../_dynamic/slow").then((m) => console.log(m.v === v)); // expect: true
