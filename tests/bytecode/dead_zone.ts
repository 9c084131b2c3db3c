// Only what may run before its declaration is checked.
const early = () => late;
const limit = 10;
early();
let late = limit;
function hoisted() {
  return late + limit;
}
{
  inner;
  const inner = 1;
}
console.log(hoisted());
