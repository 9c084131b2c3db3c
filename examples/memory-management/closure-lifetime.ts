// A closure keeps alive what it captures, no longer than it lives itself.

interface Account {
  deposit(amount: number): void;
  balance(): number;
}

function open(start: number): Account {
  let balance = start;
  return {
    deposit: (amount) => {
      balance += amount;
    },
    balance: () => balance,
  };
}

// Two closures share one variable; two accounts share nothing.
const first = open(100);
const second = open(5);
first.deposit(20);
second.deposit(1);
console.log(`accounts: ${first.balance()}, ${second.balance()}`);

// Each round of a loop has its own variable.
const readers: (() => number)[] = [];
for (let i = 0; i < 5; i++) readers.push(() => i * i);
console.log(`captured per round: ${readers.map((read) => read()).join(" ")}`);

// A chain of closures, each holding the one before: one reference keeps them all.
function chain(length: number): () => number {
  let last: () => number = () => 0;
  for (let i = 1; i <= length; i++) {
    const before = last;
    last = () => before() + 1;
  }
  return last;
}
console.log(`chain of closures: ${chain(500)()}`);

// Closures that nobody keeps: their big arrays go with them.
let lengths = 0;
for (let i = 0; i < 2_000; i++) {
  const big = new Array<number>(1_000).fill(i);
  const size = () => big.length;
  lengths += size();
}
console.log(`array elements seen: ${lengths}`);

export {};
