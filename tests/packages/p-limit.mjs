import pLimit from "p-limit";

const limit = pLimit(2);
let active = 0, most = 0;
const order = [];
const job = (name, ticks) => limit(async () => {
  most = Math.max(most, ++active);
  order.push("+" + name);
  for (let i = 0; i < ticks; i++) await null;
  order.push("-" + name);
  active--;
  if (name === "c") throw new Error("c failed");
  return name.toUpperCase();
});
const results = await Promise.allSettled([job("a", 5), job("b", 1), job("c", 3), job("d", 1), job("e", 2)]);
console.log(most, order.join(" "));
console.log(results.map((r) => r.value ?? r.reason.message), limit.activeCount, limit.pendingCount);
console.log(await limit.map([1, 2, 3], async (x) => x * x));
