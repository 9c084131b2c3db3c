import { cluster, hierarchy, pack, partition, stratify, tree, treemap, treemapSquarify } from "d3-hierarchy";

const data = { name: "root", children: [{ name: "a", value: 5 }, { name: "b", children: [{ name: "c", value: 3 }, { name: "d", value: 8 }] }, { name: "e", value: 1 }] };
const round = (x) => Math.round(x * 1e6) / 1e6;
const root = hierarchy(data).sum((d) => d.value ?? 0).sort((x, y) => y.value - x.value);
console.log(root.value, root.height, root.leaves().map((n) => n.data.name), root.descendants().length);
tree().size([100, 50])(root);
console.log([...root].map((n) => [n.data.name, round(n.x), round(n.y)]));
cluster().size([100, 50])(root);
console.log(root.leaves().map((n) => [round(n.x), round(n.y)]));
treemap().tile(treemapSquarify.ratio(1.5)).size([200, 100]).padding(2)(root);
console.log(root.leaves().map((n) => [n.data.name, ...[n.x0, n.y0, n.x1, n.y1].map(round)]));
partition().size([360, 100])(root);
console.log(root.descendants().map((n) => [round(n.x0), round(n.x1)]));
pack().size([100, 100])(root);
console.log(root.descendants().map((n) => [round(n.x), round(n.y), round(n.r)]));
const table = stratify().id((d) => d.id).parentId((d) => d.parent)([{ id: "1", parent: "" }, { id: "2", parent: "1" }, { id: "3", parent: "2" }]);
console.log(table.leaves()[0].ancestors().map((n) => n.id), table.links().map((l) => [l.source.id, l.target.id]));
try { stratify()([{ id: "1", parentId: "9" }]); } catch (e) { console.log(e.message); }
