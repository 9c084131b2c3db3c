const sum = (...values: number[]) => (Math as any).sumPrecise(values);
console.log(sum(0.1, 0.2, 0.3), sum(1e30, 0.1, -1e30), sum(1e308, 1e308, -1e308)); // expect: 0.6 0.1 1e+308
console.log(sum(1e308, 1e308), sum(2 ** 1023, 2 ** 1023, -(2 ** 1023), -(2 ** 1023), 5e-324)); // expect: Infinity 5e-324
console.log(sum(), sum(-0, -0), sum(-0, 0), sum(1, -1)); // expect: -0 -0 0 0
console.log(sum(NaN, 1), sum(Infinity, 1e308), sum(Infinity, -Infinity)); // expect: NaN Infinity NaN
// Halfway between two doubles, the rest decides.
console.log(sum(1, 2 ** -53), sum(1, 2 ** -53, 2 ** -106) === 1 + 2 ** -52, sum(2 ** 1023, 2 ** 1022, 2 ** 970, 2 ** -1074) > 2 ** 1023 + 2 ** 1022); // expect: 1 true true
try {
  sum(1, "2" as never);
} catch (error) {
  console.log(String(error)); // expect: TypeError: "2" is not a number
}
