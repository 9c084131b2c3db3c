// A tokenizer, a parser and an evaluator for arithmetic.
type Node = { kind: "number"; value: number } | { kind: "binary"; op: string; left: Node; right: Node } | { kind: "negate"; of: Node };
const PRECEDENCE: Record<string, number> = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3 };

function tokens(text: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < text.length; ) {
    const c = text[i]!;
    if (c === " ") i++;
    else if ((c >= "0" && c <= "9") || c === ".") {
      let end = i;
      while (end < text.length && ((text[end]! >= "0" && text[end]! <= "9") || text[end] === ".")) end++;
      found.push(text.slice(i, end));
      i = end;
    } else if (c in PRECEDENCE || c === "(" || c === ")") found.push(text[i++]!);
    else throw new SyntaxError(`unexpected ${JSON.stringify(c)} at ${i}`);
  }
  return found;
}

class Parser {
  private at = 0;
  constructor(private readonly list: string[]) {}
  parse(): Node {
    const node = this.expression(0);
    if (this.at < this.list.length) throw new SyntaxError(`unexpected ${this.list[this.at]}`);
    return node;
  }
  private expression(least: number): Node {
    let left = this.operand();
    for (;;) {
      const op = this.list[this.at];
      const precedence = PRECEDENCE[op ?? ""] ?? 0;
      if (precedence <= least) return left;
      this.at++;
      left = { kind: "binary", op: op!, left, right: this.expression(op === "^" ? precedence - 1 : precedence) };
    }
  }
  private operand(): Node {
    const token = this.list[this.at++];
    if (token === undefined) throw new SyntaxError("unexpected end");
    if (token === "-") return { kind: "negate", of: this.expression(2) };
    if (token === "(") {
      const inner = this.expression(0);
      if (this.list[this.at++] !== ")") throw new SyntaxError("missing )");
      return inner;
    }
    const value = Number(token);
    if (Number.isNaN(value)) throw new SyntaxError(`unexpected ${token}`);
    return { kind: "number", value };
  }
}

function evaluate(node: Node): number {
  switch (node.kind) {
    case "number": return node.value;
    case "negate": return -evaluate(node.of);
    case "binary": {
      const [l, r] = [evaluate(node.left), evaluate(node.right)];
      return { "+": () => l + r, "-": () => l - r, "*": () => l * r, "/": () => l / r, "%": () => l % r, "^": () => l ** r }[node.op]!();
    }
  }
}

for (const text of ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1.5", "7 % 4 * -(2 + 1)", "1 +", "2 $ 3", "(1", "1 2"]) {
  try {
    console.log(`${text} = ${evaluate(new Parser(tokens(text)).parse())}`); // expect: 1 + 2 * 3 = 7
    // expect: (1 + 2) * 3 = 9
    // expect: 2 ^ 3 ^ 2 = 512
    // expect: -2 ^ 2 = -4
    // expect: 10 / 4 - 1.5 = 1
    // expect: 7 % 4 * -(2 + 1) = -9
  } catch (e) {
    console.log(`${text}: ${(e as Error).name}: ${(e as Error).message}`); // expect: 1 +: SyntaxError: unexpected end
    // expect: 2 $ 3: SyntaxError: unexpected "$" at 2
    // expect: (1: SyntaxError: missing )
    // expect: 1 2: SyntaxError: unexpected 2
  }
}
