// Prime numbers by sieve and by trial division, and what they are good for.

function sieve(limit: number): number[] {
  const composite = new Array<boolean>(limit + 1).fill(false);
  const primes: number[] = [];
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (composite[candidate]) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate) composite[multiple] = true;
  }
  return primes;
}

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

function factors(n: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let divisor = 2; n > 1; ) {
    if (n % divisor === 0) {
      found.set(divisor, (found.get(divisor) ?? 0) + 1);
      n /= divisor;
    } else divisor = divisor * divisor > n ? n : divisor + 1;
  }
  return found;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const primes = sieve(10_000);
console.log(`primes up to 10,000: ${primes.length}`);
console.log(primes.slice(0, 12));
console.log(`both ways agree: ${primes.every(isPrime) && primes.length === countPrimes(10_000)}`);

function countPrimes(limit: number): number {
  let count = 0;
  for (let n = 0; n <= limit; n++) if (isPrime(n)) count++;
  return count;
}

for (const n of [360, 1024, 9973, 999_999]) {
  const product = [...factors(n)].map(([prime, power]) => (power === 1 ? `${prime}` : `${prime}^${power}`));
  console.log(`${n} = ${product.join(" * ")}`);
}
console.log(`gcd(1071, 462) = ${gcd(1071, 462)}`);

export {};
