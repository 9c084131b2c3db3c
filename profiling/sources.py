"""Generated source text for measuring the front end: varied, always the same, of exactly the size asked for."""

from __future__ import annotations

import random

WORDS = [
    "index", "value", "total", "item", "count", "name", "result", "buffer", "node", "parent", "child", "config",
    "handler", "callback", "response", "request", "user", "account", "element", "position",
]  # fmt: skip

# Pieces of programs. `@a`, `@b`, ... become words, `@A` capitalised ones, `@0` the number of the piece, `@9` any
# number.
BOTH = [
    """
/** Computes the @a of @b for round @0. */
function @a@0(@b1, options = {}) {
  // walk over everything there is
  let sum = 0, mask = 0x@9;
  for (let i = 0; i < @c.length && sum <= @9.25; i++) {
    if (mask & (1 << i) || i % 17 === 0) { sum += Math.max(i, @9) >>> 2; continue; }
    else sum -= @d[i].@e || -1;
  }
  return sum / 40 - (mask * 2);
}
""",
    """
class @A@0 extends @BBase {
  constructor(@a, second = 'single') { super(); this.@b = @a; this.text = "text @9 with \\"escapes\\"\\n"; }
  get size() { return this.@c.length; }
  static create(...args) { return new @A@0(...args, { @d: 1, [`key-${@9}`]: @e }); }
  @c2(@d) {
    if (!this.@a) return null;
    while (@d > 0) { @d--; this.@a.push({ id: @d, next: null }); }
    return this;
  }
}
""",
    """
const @a@0 = (@b, { @c: alias = @9, extra }) => {
  try { return @b.map((@d) => `item ${@d.id} of ${extra["@e"]}`).filter(x => x.length > 3); }
  catch (error) { console.error("failed", error instanceof TypeError ? error.message : error); throw error; }
  switch (@b.kind) { case "a": case 'b': return; default: @b.replace(`[a-z]+`, (_, x) => x); }
};
""",
]
REGEXPS = [
    """
const @a@0 = (@b) => {
  if (/^[a-z_$][\\w$]*$/i.test(@b)) return @b.replace(/[a-z]+\\/(\\d+)/gi, (_, x) => x);
  return @b.split(/\\s*[,;]\\s*/).map((@c) => @c.length / 2 / @9);
};
""",
]
TYPESCRIPT = [
    """
export interface @A@0<T extends object = {}> extends Base<T> {
  readonly @a: number; @b2?: string | undefined;
  [key: string]: unknown;
  method<K extends keyof T>(key: K, ...rest: T[K][]): Promise<Array<T[K]>>;
}
""",
    """
export abstract class @A@0 extends @BBase implements Disposable, Iterable<string> {
  private static readonly registry = new Map<string, @C>();
  #field: string = "text @9";
  constructor(protected readonly @a: string, public other = 'single') { super(); this.@b = @a as unknown as string; }
  get size(): number { return this.#field.length; }
  async *[Symbol.asyncIterator]() { yield* await this.@b?.load?.({ ...this.@c, [`key-${@9}`]: @d }); }
  abstract @e2(@d: number): void;
}
""",
    """
const @a@0 = async <T,>(@b: T[], { @c: alias = @9, ...rest }: Options): Promise<void> => {
  await Promise.all(@b.map(async (@d) => `item ${@d!.id} of ${rest["@e"]}`));
};
type Alias@0<T> = T extends (infer U)[] ? { [K in keyof U]-?: U[K] } : `prefix-${string & T}`;
enum Kind@0 { First = 1, Second = First << 1, Third = "third" }
""",
]


LANGUAGES = {
    "plain": BOTH,
    "javascript": BOTH + REGEXPS,
    "typescript": BOTH + REGEXPS + TYPESCRIPT,
}
"""Pieces by language; "plain" is what every stage takes, the compiler included."""


def program(size: int, language: str = "typescript", *, seed: int = 1) -> bytes:
    """A program of exactly `size` bytes: whole pieces, then small statements, then spaces."""
    choose = random.Random(seed)  # noqa: S311 nothing here is secret
    pieces, length, number = [], 0, 0
    while True:
        number += 1
        piece = choose.choice(LANGUAGES[language])
        for letter, word in zip("abcde", choose.sample(WORDS, 5), strict=True):
            piece = piece.replace(f"@{letter.upper()}", word.title()).replace(f"@{letter}", word)
        piece = piece.replace("@0", str(number)).replace("@9", str(choose.randrange(10, 1000)))
        if length + len(piece) > size:
            break
        pieces.append(piece)
        length += len(piece)
    while True:
        number += 1
        small = f"let {choose.choice(WORDS)}_{number} = {choose.randrange(1000)} + {choose.choice(WORDS)};\n"
        if length + len(small) > size:
            break
        pieces.append(small)
        length += len(small)
    pieces.append(" " * (size - length))
    return "".join(pieces).encode()
