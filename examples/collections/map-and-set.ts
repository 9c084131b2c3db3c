// What Map and Set are good for: counting, grouping, indexing, unique values.

const text = "it was the best of times it was the worst of times";
const counts = new Map<string, number>();
for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
console.log(counts);
console.log([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 3));

interface Person {
  name: string;
  city: string;
}
const people: Person[] = [
  { name: "Ada", city: "London" },
  { name: "Emmy", city: "Erlangen" },
  { name: "Alan", city: "London" },
];
const byCity = new Map<string, Person[]>();
for (const person of people) {
  const group = byCity.get(person.city);
  if (group) group.push(person);
  else byCity.set(person.city, [person]);
}
for (const [city, group] of byCity) console.log(`${city}: ${group.map(({ name }) => name).join(", ")}`);

// Keys are compared by identity, NaN equals itself, both zeros are one key.
const key = {};
const odd = new Map<unknown, string>([[key, "object"], [NaN, "not a number"], [-0, "zero"]]);
console.log(odd.get(key), odd.get({}), odd.get(NaN), odd.get(0));

const evens = new Set([2, 4, 6, 8]);
const small = new Set([1, 2, 3, 4]);
console.log("both:", [...evens].filter((n) => small.has(n)));
console.log("either:", new Set([...evens, ...small]));
console.log("unique:", [...new Set("mississippi")].join(""));

// Deleting while iterating visits each remaining entry once; entries added meanwhile are visited too.
const work = new Set(["a", "b", "c"]);
const seen: string[] = [];
for (const item of work) {
  seen.push(item);
  if (item === "a") {
    work.delete("b");
    work.add("d");
  }
}
console.log("seen:", seen.join(" "));

console.log(Object.fromEntries(counts));
