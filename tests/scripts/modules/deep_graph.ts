import { total } from "./_deep/a.ts";
console.log(total); // expect: dbddbc
