import data from "../_dynamic/data.json" with { type: "json" };

console.log(data.a, Object.keys(data)); // expect: [ 1, 2 ] [ 'a', '__proto__' ]
const again = await import("../_dynamic/data.json", { with: { type: "json" } });
console.log(again.default === data); // expect: true
