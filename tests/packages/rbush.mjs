import RBush from "rbush";

const tree = new RBush(5);
const items = Array.from({ length: 400 }, (_, i) => {
  const x = i * 37 % 101, y = i * 53 % 97;
  return { minX: x, minY: y, maxX: x + i % 4, maxY: y + i % 3, id: i };
});
tree.load(items.slice(0, 300));
for (const item of items.slice(300)) tree.insert(item);
const ids = (found) => found.map((item) => item.id).sort((a, b) => a - b);
console.log(tree.all().length, ids(tree.search({ minX: 10, minY: 10, maxX: 25, maxY: 20 })));
for (const item of items) if (item.id % 3 === 0) tree.remove(item);
console.log(tree.all().length, ids(tree.search({ minX: 10, minY: 10, maxX: 25, maxY: 20 })), tree.collides({ minX: 500, minY: 0, maxX: 501, maxY: 1 }));
const json = JSON.stringify(tree.toJSON());
console.log(json.length, new RBush(5).fromJSON(JSON.parse(json)).all().length);
