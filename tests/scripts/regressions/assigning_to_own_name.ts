// An assignment to the name of a function expression throws inside it, after the old value was read.
const attempts: (() => void)[] = [
  function own() { (own as any)++; },
  function own() { console.log("" + --(own as any)); },
  function own() { (own as any) += 1; },
  function own() { (own as any) ??= 1; console.log(typeof own); },
  function own() { (own as any) &&= 1; },
  function own() { [own as any] = [1]; },
  function own() { for ((own as any) of [1]); },
];
for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error), attempt.name);
  }
}
// expect: TypeError: Assignment to constant variable. own
// expect: TypeError: Assignment to constant variable. own
// expect: TypeError: Assignment to constant variable. own
// expect: function
// expect: TypeError: Assignment to constant variable. own
// expect: TypeError: Assignment to constant variable. own
// expect: TypeError: Assignment to constant variable. own
const generator: any = function* own() {
  try {
    (own as any)++;
  } catch (error) {
    yield String(error);
  }
};
console.log([...generator()][0], typeof generator); // expect: TypeError: Assignment to constant variable. function
