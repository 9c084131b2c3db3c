// A tagged template in evaluated code: one strings array for each evaluation of the text, kept within it.
const seen: unknown[] = [];
const tag = (strings: TemplateStringsArray) => { seen.push(strings); };
for (let i = 0; i < 2; i++) {
  eval("for (let k = 0; k < 2; k++) tag`a`");
}
console.log(seen[0] === seen[1], seen[1] === seen[2], seen[2] === seen[3]); // expect: true false true
