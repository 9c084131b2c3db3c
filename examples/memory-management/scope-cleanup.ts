// What a block, a function or an exception leaves behind is garbage; what is still named is not.

interface Buffer {
  label: string;
  data: number[];
}

function make(label: string, size: number): Buffer {
  return { label, data: Array.from({ length: size }, (_, index) => index) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);

// A block's variables go when it ends; the outer one of the same name was never touched.
const kept = make("outer", 3);
{
  const kept = make("inner", 1_000);
  console.log(`in the block: ${kept.label}, ${sum(kept.data)}`);
}
console.log(`after the block: ${kept.label}, ${sum(kept.data)}`);

// A function that leaves by an exception leaves its variables too.
function leaves(how: "return" | "throw"): string {
  const scratch = make(how, 100);
  try {
    if (how === "throw") throw new Error(`thrown with ${scratch.data.length} numbers`);
    return `returned with ${scratch.data.length} numbers`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    scratch.data.length = 0;
  }
}
console.log(leaves("return"));
console.log(leaves("throw"));

// Thousands of scopes one after the other, and a deep stack of them at once.
let total = 0;
for (let round = 0; round < 5_000; round++) {
  const scratch = make("round", 10);
  total += sum(scratch.data);
}
console.log(`sum of all rounds: ${total}`);

function nested(depth: number): number {
  const local = { depth };
  return local.depth === 0 ? 0 : 1 + nested(depth - 1);
}
console.log(`scopes at once: ${nested(1_000)}`);

export {};
