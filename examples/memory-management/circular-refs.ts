// Objects that refer to themselves and each other: in use they work like any other, dropped they are all freed.

class TreeNode {
  readonly children: TreeNode[] = [];
  parent: TreeNode | undefined;

  constructor(readonly name: string) {}

  add(child: TreeNode): this {
    child.parent = this;
    this.children.push(child);
    return this;
  }

  path(): string {
    return this.parent === undefined ? this.name : `${this.parent.path()}/${this.name}`;
  }
}

const leaf = new TreeNode("leaf");
const root = new TreeNode("root").add(new TreeNode("branch").add(leaf)).add(new TreeNode("other"));
console.log(`path: ${leaf.path()}`);
console.log(`round trip: ${leaf.parent!.parent!.children[0]!.children[0] === leaf}`);

const self: { me?: unknown; name: string } = { name: "self" };
self.me = self;
console.log(self);

const map = new Map<string, unknown>([["size", 2]]);
map.set("map", map);
console.log(map);

// Doubly linked lists, made and dropped: thousands of cycles, none of which may stay.
interface Entry {
  value: number;
  next?: Entry;
  previous?: Entry;
}

function list(length: number): Entry {
  const first: Entry = { value: 0 };
  let last = first;
  for (let value = 1; value < length; value++) {
    const entry: Entry = { value, previous: last };
    last.next = entry;
    last = entry;
  }
  last.next = first;
  first.previous = last;
  return first;
}

let sum = 0;
for (let round = 0; round < 1_000; round++) {
  const first = list(20);
  let entry = first;
  do {
    sum += entry.value;
    entry = entry.next!;
  } while (entry !== first);
}
console.log(`sum over the rings: ${sum}`);

export {};
