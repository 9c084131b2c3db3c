import { even, label } from "./even.ts";
export function odd(n: number): boolean {
  return n !== 0 && even(n - 1);
}
// The function is hoisted and there already; the constant is not.
export let seenAtStart = typeof even;
try {
  seenAtStart += label;
} catch (e) {
  seenAtStart += ", " + e;
}
