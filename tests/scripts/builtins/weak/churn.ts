// A weak map that entries come to and die in all the time finds those that stay, and stays small.
import { churn } from "./_churn";

const map = new WeakMap<object, number>();
const kept: object[] = [];
for (let i = 0; i < 20000; i++) {
  const key = { i };
  map.set(key, i);
  if (i % 400 === 0) kept.push(key);
  if (i % 7 === 0) map.delete(key);
}
const check = () => kept.every((key: any) => map.get(key) === (key.i % 7 === 0 ? undefined : key.i));
console.log(check()); // expect: true
churn(() => {
  console.log(check()); // expect: true
  for (const key of kept) map.set(key, -1);
  for (let i = 0; i < 1000; i++) map.set({}, i);
  console.log(kept.every((key) => map.get(key) === -1 && map.has(key) && map.delete(key) && !map.has(key))); // expect: true
});
