import { churn } from "./_churn";

// Values that refer to their own key, or to other keys, keep nothing alive.
const map = new WeakMap<object, unknown>();
const alive: object[] = [];
const dead: WeakRef<object>[] = [];
for (let i = 0; i < 100; i++) {
  const key = { i }, value = { key };
  map.set(key, value);
  if (i % 10 === 0) alive.push(key);
  else dead.push(new WeakRef(value));
}
// A chain: the value of each key is the next key.
const links: WeakRef<object>[] = [];
let head = {};
const first = head;
for (let i = 0; i < 50; i++) {
  const next = {};
  map.set(head, next);
  links.push(new WeakRef(next));
  head = next;
}
head = first;
churn(() => {
  console.log(dead.filter((ref) => ref.deref() !== undefined).length); // expect: 0
  console.log(alive.map((key: any) => (map.get(key) as any).key.i).join()); // expect: 0,10,20,30,40,50,60,70,80,90
  console.log(links.filter((ref) => ref.deref() !== undefined).length, map.get(first) === links[0].deref()); // expect: 50 true
});
