// Properties: literals, reads and writes at sites of one, two and many shapes, additions, deletions, dictionaries.
const shapes = [{ a: 1 }, { b: 1, a: 2 }, { c: 1, a: 3 }, { d: 1, a: 4 }, { e: 1, a: 5 }, { f: 1, a: 6 }];
let sum = 0;
for (let i = 0; i < 20000; i++) {
  const o = { x: i, y: 2 * i };
  o.z = o.x + o.y;
  sum += o.z + shapes[i % 2].a + shapes[i % 6].a;
}
const table = {};
for (let i = 0; i < 3000; i++) table["key" + i % 1000] = (table["key" + i % 1000] || 0) + i;
for (let i = 0; i < 500; i++) delete table["key" + i];
console.log("objects", sum, Object.keys(table).length, table.key999);
