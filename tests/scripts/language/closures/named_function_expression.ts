const f = function inner(n: number): number {
  return n === 0 ? 0 : n + inner(n - 1);
};
console.log(f(4), f.name); // expect: 10 inner
// Its own name is not assignable: an error in strict code.
const g = function self() {
  (self as any) = 1;
};
try {
  g();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Assignment to constant variable.
}
// @ts-ignore
console.log(typeof inner); // expect: undefined
