// Numbers in loops: floating point, integers, bits, comparisons.
let seed = 42, count = 0, sum = 0;
for (let i = 0; i < 100000; i++) {
  seed = seed * 16807 % 2147483647;
  sum += (seed ^ i) >>> 3;
  if (seed / 2147483647 < 0.25) count++;
}
console.log("arithmetic", count, sum);
