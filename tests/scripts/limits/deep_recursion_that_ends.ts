function sum(n: number): number {
  return n === 0 ? 0 : n + sum(n - 1);
}
console.log(sum(1000), sum(5000)); // expect: 500500 12502500
const nested = (n: number): any => (n === 0 ? [] : [nested(n - 1)]);
let depth = 0;
for (let v = nested(1000); v.length; v = v[0]) depth++;
console.log(depth); // expect: 1000
