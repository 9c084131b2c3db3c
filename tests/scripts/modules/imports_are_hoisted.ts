console.log(value); // expect: imported before anything runs
import { value } from "./_hoisted.ts";
