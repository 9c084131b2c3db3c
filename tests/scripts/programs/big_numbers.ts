// Factorials and Fibonacci numbers in arrays of decimal digits.
type Big = readonly number[];
const big = (n: number): Big => [...String(n)].reverse().map(Number);
const show = (n: Big) => [...n].reverse().join("");
function add(a: Big, b: Big): Big {
  const sum: number[] = [];
  for (let i = 0, carry = 0; i < a.length || i < b.length || carry > 0; i++) {
    carry += (a[i] ?? 0) + (b[i] ?? 0);
    sum.push(carry % 10);
    carry = Math.floor(carry / 10);
  }
  return sum;
}
function times(a: Big, n: number): Big {
  const product: number[] = [];
  let carry = 0;
  for (const digit of a) {
    carry += digit * n;
    product.push(carry % 10);
    carry = (carry - (carry % 10)) / 10;
  }
  return carry > 0 ? [...product, ...big(carry)] : product;
}
let factorial = big(1);
for (let n = 2; n <= 30; n++) factorial = times(factorial, n);
console.log("30! =", show(factorial)); // expect: 30! = 265252859812191058636308480000000
let [a, b] = [big(0), big(1)];
for (let i = 0; i < 100; i++) [a, b] = [b, add(a, b)];
console.log("fib(100) =", show(a)); // expect: fib(100) = 354224848179261915075
console.log(show(add(big(999), big(1))), show(times(big(123), 456))); // expect: 1000 56088
