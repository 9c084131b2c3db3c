"""The program of a point, as TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profiling.churn.points import Point

KEEPERS = {
    # Nothing is kept.
    "none": "last = made;",
    # A random one gives way to each that is made: the same chance of dying at each step, whatever the age.
    "exponential": "if (LIVE > 0) table[random(LIVE)] = made;",
    # Nine of ten die at once. One of ten waits its turn in a queue; one of a hundred goes on to where a random one
    # gives way, and so has a tenth of the queue's chance to die.
    "generational": """const dice = random(100);
    if (dice < 10) {
      if (dice === 0) old[random(OLD)] = made;
      else { queue[next] = made; next = next + 1 === QUEUE ? 0 : next + 1; }
    }""",
    # All are kept.
    "all": "table[i] = made;",
}


def _make(point: Point) -> str:
    """The body of `make`."""
    names = [f"p{i}" for i in range(point.size)]
    pairs = ", ".join(f"{name}: i" for name in names)
    if point.payload == "object":
        return f"return {{ {pairs} }};"
    if point.payload == "array":
        return f"return [{', '.join('i' for _ in names)}];"
    if point.payload == "closure":
        variables = " ".join(f"let {name} = i + {number};" for number, name in enumerate(names))
        return f"{variables} return () => {' + '.join(f'{name}++' for name in names)};"
    return f"const a: any = {{ peer: null, {pairs} }}; const b: any = {{ peer: a, {pairs} }}; a.peer = b; return a;"


def script(point: Point) -> str:
    """The program. It allocates, keeps what the pattern says, and computes a little in between.

    Where objects are put at random, the array is full from the beginning: what becomes of holes is not the subject.
    """
    table, old = ("Array(LIVE).fill(null)" if point.survival == "exponential" else "[]",
                  "Array(OLD).fill(null)" if point.survival == "generational" else "[]")
    work = f"for (let w = 0; w < {point.work}; w++) sum = (sum + w) % 1000003;" if point.work else ""
    return f"""\
const COUNT = {point.count}, LIVE = {point.live}, QUEUE = {max(1, point.live // 2)}, OLD = {max(1, point.live // 2)};
let seed = 20011;
function random(below: number): number {{
  seed = (seed * 16807) % 2147483647;
  return seed % below;
}}
function make(i: number): any {{
  {_make(point)}
}}
function main(): number {{
  const table: any[] = {table}, queue: any[] = [], old: any[] = {old};
  let last: any = null, next = 0, sum = 0;
  for (let i = 0; i < COUNT; i++) {{
    const made = make(i);
    {KEEPERS[point.survival]}
    {work}
  }}
  return sum + table.length + queue.length + old.length + (last === null ? 0 : 1);
}}
main();
"""
