// Closures: captured variables, a fresh binding an iteration, functions that return functions.
const counter = (start) => { let n = start; return { next: () => n++, peek: () => n }; };
let sum = 0;
const kept = [];
for (let i = 0; i < 10000; i++) {
  const each = counter(i);
  each.next();
  if (i % 100 === 0) kept.push(() => i + each.peek());
  sum += each.next();
}
for (const f of kept) sum += f();
console.log("closures", sum);
