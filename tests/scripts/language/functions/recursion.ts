const fact = (n: number): number => (n <= 1 ? 1 : n * fact(n - 1));
function ackermann(m: number, n: number): number {
  return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
console.log(fact(10), fact(20), ackermann(2, 3)); // expect: 3628800 2432902008176640000 9
function depth(n: number): number {
  return n === 0 ? 0 : 1 + depth(n - 1);
}
console.log(depth(5000)); // expect: 5000
