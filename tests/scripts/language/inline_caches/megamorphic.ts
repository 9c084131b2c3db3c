const read = (o: any) => o.x;
const objects: any[] = [];
for (let i = 0; i < 40; i++) objects.push({ ["k" + i]: 0, x: i });
let sum = 0;
for (let round = 0; round < 3; round++) for (const o of objects) sum += read(o);
console.log(sum, read({}), read({ x: "last" }), read("str"), read([]), read(5)); // expect: 2340 undefined last undefined undefined undefined
