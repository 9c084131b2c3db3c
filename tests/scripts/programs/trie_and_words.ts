class Trie {
  private readonly children = new Map<string, Trie>();
  private ends = 0;
  insert(word: string): this {
    let node: Trie = this;
    for (const letter of word) {
      let next = node.children.get(letter);
      if (!next) node.children.set(letter, (next = new Trie()));
      node = next;
    }
    node.ends++;
    return this;
  }
  count(prefix: string): number {
    let node: Trie | undefined = this;
    for (const letter of prefix) node = node?.children.get(letter);
    return node?.total() ?? 0;
  }
  private total(): number {
    let sum = this.ends;
    this.children.forEach((child) => (sum += child.total()));
    return sum;
  }
  words(prefix = ""): string[] {
    const found = Array<string>(this.ends).fill(prefix);
    for (const [letter, child] of [...this.children].sort(([a], [b]) => (a < b ? -1 : 1))) found.push(...child.words(prefix + letter));
    return found;
  }
}
const trie = "to tea ted ten i in inn to".split(" ").reduce((t, w) => t.insert(w), new Trie());
console.log(trie.words().join(" "), trie.count("te"), trie.count("to"), trie.count("x"), trie.count("")); // expect: i in inn tea ted ten to to 3 2 0 8
