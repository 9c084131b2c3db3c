// Suspended generators survive collections, with what their registers hold.
function* holder(i) { const text = "v" + i, list = [i, { i }]; yield text; yield list[1].i; return text + list.length; }
const all = [];
for (let i = 0; i < 3000; i++) { const g = holder(i); g.next(); all.push(g); }
let garbage;
for (let i = 0; i < 20000; i++) garbage = { i, text: "g" + i };
let sum = 0;
for (const g of all) sum += g.next().value;
console.log(sum, all[17].next().value, all[2999].next().value); // expect: 4498500 v172 v29992
