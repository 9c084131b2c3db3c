// What bundlers put in place of this: the package asks it for the mode at load.
globalThis.process ??= { env: {} };
const { enableMapSet, enablePatches, produce, produceWithPatches, applyPatches, original, current, createDraft, finishDraft, isDraft,
  nothing, setAutoFreeze } = await import("immer");

enableMapSet();
enablePatches();
const base = { a: { b: [1, 2] }, m: new Map([[1, { x: 1 }]]), s: new Set([1, { deep: 2 }]), untouched: { y: 1 } };
const next = produce(base, (draft) => {
  draft.a.b.push(3);
  draft.a.b.unshift(0);
  draft.m.get(1).x = 5;
  draft.m.set(2, { x: 2 });
  draft.s.add("new");
  delete draft.missing;
  console.log(isDraft(draft.a), original(draft.a).b, current(draft).a.b, "a" in draft, Object.keys(draft));
});
console.log(next, base, next.untouched === base.untouched, Object.isFrozen(next.a.b));
const list = Array.from({ length: 20 }, (_, i) => ({ id: i, tags: [i % 3] }));
const [changed, patches, inverse] = produceWithPatches(list, (draft) => {
  draft.splice(3, 2);
  draft.sort((a, b) => b.id - a.id);
  for (const item of draft) if (item.id % 5 === 0) item.tags.push("five");
  draft.find((item) => item.id === 7).extra = { nested: [1] };
});
console.log(changed.map((item) => item.id + ":" + item.tags), patches.length, inverse.length);
console.log(JSON.stringify(applyPatches(changed, inverse)) === JSON.stringify(list));
try {
  next.a.b.push(1);
} catch (error) {
  console.log(error.message);
}
const draft = createDraft({ n: 1 });
draft.n++;
console.log(finishDraft(draft), produce({ k: 1 }, () => nothing), produce((d, by) => { d.n += by; })({ n: 1 }, 5));
setAutoFreeze(false);
class Point { [Symbol.for("immer-draftable")] = true; x = 1; move() { return produce(this, (d) => { d.x++; }); } }
console.log(new Point().move().move());
try {
  produce({ a: 1 }, (d) => { Object.defineProperty(d, "b", { value: 1 }); });
} catch (error) {
  console.log(error.message);
}
