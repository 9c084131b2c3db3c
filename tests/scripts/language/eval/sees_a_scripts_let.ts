// args: --script
// Code made of texts sees a script's let, const and class: they are global, but no properties of the global object.
var seen: unknown[];
let counter = 1;
const fixed = 2;
class Shape { size = 3; }
{ let counter = "inner"; void counter; }
const indirect = eval;
console.log(indirect("counter + fixed"), indirect("new Shape().size"), new Function("return counter")()); // expect: 3 3 1
indirect("counter = 10"); counter++;
console.log(counter, "counter" in globalThis); // expect: 11 false
seen = [];
for (const text of ["fixed = 3", "late", "var counter", "typeof absent"]) {
  try { names(indirect(text)); } catch (e) { names((e as Error).name); }
}
function names(value: unknown) { seen.push(value); }

console.log(seen); // expect: [ 'TypeError', 'ReferenceError', 'SyntaxError', 'undefined' ]
let late = 1;
