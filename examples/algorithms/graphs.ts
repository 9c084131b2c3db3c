// Shortest paths, reachability and an order of tasks.

type Graph = Record<string, Record<string, number>>;

const roads: Graph = {
  A: { B: 7, C: 9, F: 14 },
  B: { A: 7, C: 10, D: 15 },
  C: { A: 9, B: 10, D: 11, F: 2 },
  D: { B: 15, C: 11, E: 6 },
  E: { D: 6, F: 9 },
  F: { A: 14, C: 2, E: 9 },
};

function shortest(graph: Graph, from: string, to: string): { length: number; path: string[] } {
  const distance: Record<string, number> = { [from]: 0 };
  const previous: Record<string, string> = {};
  const open = new Set(Object.keys(graph));
  while (open.size > 0) {
    let here: string | undefined;
    for (const node of open) {
      if ((distance[node] ?? Infinity) < (here === undefined ? Infinity : distance[here]!)) here = node;
    }
    if (here === undefined || here === to) break;
    open.delete(here);
    for (const [next, length] of Object.entries(graph[here]!)) {
      const through = distance[here]! + length;
      if (through < (distance[next] ?? Infinity)) {
        distance[next] = through;
        previous[next] = here;
      }
    }
  }
  const path = [to];
  while (path[0] !== from) path.unshift(previous[path[0]!]!);
  return { length: distance[to]!, path };
}

console.log(shortest(roads, "A", "E"));

function breadthFirst(graph: Graph, start: string): string[] {
  const seen = new Set([start]);
  for (const node of seen) for (const next of Object.keys(graph[node]!)) seen.add(next);
  return [...seen];
}
console.log(`from D one meets ${breadthFirst(roads, "D").join(", ")}`);

function topological(needs: Record<string, string[]>): string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (task: string, path: readonly string[]): void => {
    if (state.get(task) === "done") return;
    if (state.get(task) === "open") throw new Error(`cycle: ${[...path, task].join(" -> ")}`);
    state.set(task, "open");
    for (const need of needs[task] ?? []) visit(need, [...path, task]);
    state.set(task, "done");
    order.push(task);
  };
  for (const task in needs) visit(task, []);
  return order;
}

console.log(topological({ eat: ["cook", "lay table"], cook: ["shop"], "lay table": ["tidy"], shop: [] }).join(", "));
try {
  topological({ chicken: ["egg"], egg: ["chicken"] });
} catch (error) {
  console.log((error as Error).message);
}

export {};
