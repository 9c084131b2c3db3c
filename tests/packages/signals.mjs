import { batch, computed, effect, signal, untracked } from "@preact/signals-core";

const first = signal("Ada"), last = signal("Lovelace");
const full = computed(() => { console.log("computing"); return first.value + " " + last.value; });
const dispose = effect(() => {
  console.log("effect", full.value);
  return () => console.log("cleanup");
});
first.value = "Augusta";
batch(() => {
  first.value = "A.";
  last.value = "L.";
  console.log("inside", full.value);
});
console.log(untracked(() => full.value), full.peek(), String(full), JSON.stringify({ full }));
dispose();
last.value = "unseen";
console.log(full.value);
try {
  const circular = computed(() => circular.value);
  circular.value;
} catch (error) {
  console.log(error.message);
}
try {
  effect(() => { if (first.value === "boom") throw new Error("from an effect"); });
  first.value = "boom";
} catch (error) {
  console.log(error.message);
}
// A diamond is computed once a change.
let runs = 0;
const root = signal(1), left = computed(() => root.value + 1), right = computed(() => root.value * 2);
const bottom = computed(() => { runs++; return left.value + right.value; });
effect(() => void bottom.value);
for (let i = 2; i < 50; i++) root.value = i;
console.log(runs, bottom.value);
const chain = Array.from({ length: 200 }).reduce((before) => computed(() => before.value + 1), root);
console.log(chain.value);
