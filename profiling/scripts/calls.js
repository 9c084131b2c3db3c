// Calls and returns: recursion, arguments, a default, a rest parameter.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function defaults(a, b = 2) { return a + b; }
function rest(...values) { return values.length; }
let sum = fib(22);
for (let i = 0; i < 10000; i++) sum += defaults(i) + rest(i, i, i);
console.log("calls", sum);
