// Every pair of primitive kinds: a string makes it a concatenation, all else is numbers.
const values: any[] = [1, "2", true, null, undefined];
for (const a of values) console.log(values.map((b) => JSON.stringify(a + b) ?? "undefined").join(" ")); // expect: 2 "12" 2 1 null
// expect: "21" "22" "2true" "2null" "2undefined"
// expect: 2 "true2" 2 1 null
// expect: 1 "null2" 1 0 null
// expect: null "undefined2" null null null
