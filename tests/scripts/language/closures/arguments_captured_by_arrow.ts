function f(..._: number[]) {
  const inner = () => arguments.length + ":" + Array.from(arguments).join("+");
  return inner();
}
console.log(f(1, 2, 3)); // expect: 3:1+2+3
function outer() {
  return [1].map(() => arguments[0]);
}
// @ts-ignore
console.log(outer("mine")); // expect: [ 'mine' ]
