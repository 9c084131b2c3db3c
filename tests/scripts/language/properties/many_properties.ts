// Enough keys that an object is kept as a dictionary.
const o: any = {};
for (let i = 0; i < 1500; i++) o["key" + i] = i;
let sum = 0;
for (const k in o) sum += o[k];
console.log(Object.keys(o).length, sum, o.key777, o.key1500); // expect: 1500 1124250 777 undefined
for (let i = 0; i < 1500; i += 2) delete o["key" + i];
console.log(Object.keys(o).length, Object.keys(o).slice(0, 3), o.key776, o.key777); // expect: 750 [ 'key1', 'key3', 'key5' ] undefined 777
o.key0 = "back";
console.log(Object.keys(o).at(-1), Object.entries(o).length); // expect: key0 751
