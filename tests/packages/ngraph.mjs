import createGraph from "ngraph.graph";
import { aStar, nba } from "ngraph.path";

const graph = createGraph();
const changes = [];
graph.on("changed", (list) => changes.push(list.length));
const size = 12;
for (let x = 0; x < size; x++) {
  for (let y = 0; y < size; y++) {
    graph.addNode(`${x},${y}`, { x, y });
    if (x > 0) graph.addLink(`${x - 1},${y}`, `${x},${y}`, { weight: ((x * 7 + y * 13) % 5) + 1 });
    if (y > 0) graph.addLink(`${x},${y - 1}`, `${x},${y}`, { weight: ((x * 3 + y * 11) % 7) + 1 });
  }
}
console.log(graph.getNodesCount(), graph.getLinksCount(), changes.length);
const options = {
  distance: (from, to, link) => link.data.weight,
  heuristic: (from, to) => Math.abs(from.data.x - to.data.x) + Math.abs(from.data.y - to.data.y),
};
const last = `${size - 1},${size - 1}`;
for (const finder of [aStar(graph, options), nba(graph, options)]) {
  const path = finder.find("0,0", last).map((node) => node.id).reverse();
  let cost = 0;
  for (let i = 1; i < path.length; i++) cost += (graph.getLink(path[i - 1], path[i]) ?? graph.getLink(path[i], path[i - 1])).data.weight;
  console.log(path.length, path[0], path.at(-1), cost);
}
graph.beginUpdate();
graph.removeNode("5,5");
graph.forEachNode((node) => { if (node.data.x === 0 && node.data.y > 9) graph.removeNode(node.id); });
graph.endUpdate();
const neighbours = [];
graph.forEachLinkedNode("5,4", (node, link) => neighbours.push(node.id + " " + link.data.weight));
console.log(graph.hasNode("5,5"), graph.getNodesCount(), neighbours, changes.at(-1));
