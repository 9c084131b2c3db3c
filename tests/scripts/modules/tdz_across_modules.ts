import { start } from "./_tdz/first.ts";
console.log(start); // expect: first ReferenceError: Cannot access 'start' before initialization;ReferenceError: Cannot access 'Late' before initialization;
