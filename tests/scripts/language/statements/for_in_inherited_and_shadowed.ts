const base = { a: 1, b: 2, hidden: 3 };
const o = Object.create(base, {
  own: { value: 1, enumerable: true },
  hidden: { value: 1, enumerable: false },
  b: { value: 1, enumerable: true },
});
const keys: string[] = [];
for (const k in o) keys.push(k);
console.log(keys.join()); // expect: own,b,a
