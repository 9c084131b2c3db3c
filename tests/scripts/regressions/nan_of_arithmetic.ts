// NaN that arithmetic makes may have its sign set.
const infinity = Infinity;
const made = infinity - infinity;
console.log(isNaN(made), Number.isNaN(made), made !== made); // expect: true true true
