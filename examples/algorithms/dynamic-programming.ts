// Problems whose parts overlap: memoised recursion and tables.

function memoise<A, R>(compute: (argument: A, again: (argument: A) => R) => R): (argument: A) => R {
  const known = new Map<A, R>();
  const again = (argument: A): R => {
    if (!known.has(argument)) known.set(argument, compute(argument, again));
    return known.get(argument)!;
  };
  return again;
}

const fibonacci = memoise<number, number>((n, fib) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(`fibonacci(78) = ${fibonacci(78)}`);

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, change);
    }
    row = next;
  }
  return row[to.length]!;
}
console.log(`kitten to sitting: ${editDistance("kitten", "sitting")}`);
console.log(`flaw to lawn: ${editDistance("flaw", "lawn")}`);

function longestCommonSubsequence(a: string, b: string): string {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      lengths[i]![j] =
        a[i - 1] === b[j - 1] ? lengths[i - 1]![j - 1]! + 1 : Math.max(lengths[i - 1]![j]!, lengths[i]![j - 1]!);
    }
  }
  let result = "";
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      result = a[i - 1]! + result;
      i--;
      j--;
    } else if (lengths[i - 1]![j]! >= lengths[i]![j - 1]!) i--;
    else j--;
  }
  return result;
}
console.log(`common to AGGTAB and GXTXAYB: ${longestCommonSubsequence("AGGTAB", "GXTXAYB")}`);

interface Item {
  name: string;
  weight: number;
  value: number;
}

function knapsack(items: readonly Item[], capacity: number): { value: number; names: string[] } {
  let best = Array.from({ length: capacity + 1 }, () => ({ value: 0, names: [] as string[] }));
  for (const { name, weight, value } of items) {
    best = best.map((without, room) => {
      if (room < weight) return without;
      const rest = best[room - weight]!;
      return rest.value + value > without.value ? { value: rest.value + value, names: [...rest.names, name] } : without;
    });
  }
  return best[capacity]!;
}
console.log(
  knapsack(
    [
      { name: "map", weight: 1, value: 15 },
      { name: "tent", weight: 5, value: 50 },
      { name: "stove", weight: 3, value: 45 },
      { name: "rope", weight: 4, value: 40 },
    ],
    8,
  ),
);

export {};
