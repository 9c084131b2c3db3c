"""What single operations of the VM cost: `python -m profiling.operations`.

Each is repeated in the body of a counting loop, often enough that the loop hardly shows; the same loop without them is
measured beside it in every round and taken off. CPU time, medians, 95 % intervals. A repeated operation is the best
case: its branch is always predicted, its data always in the first cache.
"""

from __future__ import annotations

import argparse
import time

from profiling.engines import Script
from profiling.intervals import Interval, bootstrap, difference_of_medians

COPIES = 50
LOOPS = 20_000
EMPTY = "empty loop"
PREAMBLE = """
class Base { inherited() {} get computed() { return 1; } }
class Point extends Base { x = 1; y = 2; method() {} }
const point = new Point(), list = [1, 2, 3, 4], text = "some text", map = new Map([[1, 2]]);
function nothing() {}
function same(value: number) { return value; }
"""
OPERATIONS = {
    "add": "c = a + b;",
    "multiply": "c = a * b;",
    "bit and": "c = a & b;",
    "string add": 'd = text + "x";',
    "compare and jump": "if (a > b) c = a;",
    "property read": "c = o.x;",
    "property write": "o.x = a;",
    "inherited property read": "d = o.inherited;",
    "getter": "c = o.computed;",
    "element read": "c = xs[a];",
    "element write": "xs[a] = b;",
    "array length": "c = xs.length;",
    "call": "f();",
    "call, one argument": "c = g(a);",
    "method call": "o.method();",
    "captured variable read": "c = shared;",
    "native call": "c = Math.max(a, b);",
    "map get": "c = map.get(1);",
    "try": "try { c = a; } finally { c = b; }",
}
"""One operation each, on locals: a, b, c numbers, d anything, o a Point, xs an array, f and g functions."""


def loop(body: str, copies: int = COPIES) -> str:
    """A module that exports `run(n)`: n rounds of the body, that many copies of it in a round."""
    return PREAMBLE + f"""
export function run(n: number) {{
  let a = 1, b = 2, c = 3, d: any = 4;
  let shared = 5;
  (() => shared++)();
  const o = point, xs = list, f = nothing, g = same;
  for (let i = 0; i < n; i++) {{
{(body + chr(10)) * copies}  }}
  return c;
}}
"""


def measure(names: list[str], rounds: int, profile: str | None = None) -> dict[str, Interval]:
    """Nanoseconds by operation; all of them in every round, one after the other."""
    functions = {name: Script(loop(OPERATIONS.get(name, "")), profile=profile).function("run") for name in names}
    functions[EMPTY] = Script(loop(""), profile=profile).function("run")
    times: dict[str, list[float]] = {name: [] for name in functions}
    for count in range(rounds + 1):
        for name, function in functions.items():
            start = time.process_time_ns()
            function(LOOPS)
            if count:
                times[name].append((time.process_time_ns() - start) / LOOPS)
    result = {}
    for name, taken in times.items():
        if name == EMPTY:
            result[name] = bootstrap(list(zip([0.0] * rounds, taken, strict=True)), difference_of_medians)
        else:
            pairs = list(zip(times[EMPTY], taken, strict=True))
            result[name] = bootstrap(pairs, lambda rows: difference_of_medians(rows) / COPIES)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="operations; all of them if there is none")
    parser.add_argument("-n", "--rounds", type=int, default=21)
    parser.add_argument("--kernel", choices=["release", "dev", "profiling"])
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(OPERATIONS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(OPERATIONS)}")
    figures = measure(chosen.names or list(OPERATIONS), chosen.rounds, chosen.kernel)
    print(f"{'operation':<26}{'ns':>7}   95 % interval   (medians of {chosen.rounds} rounds, the empty loop taken off)")
    for name, each in figures.items():
        print(f"{name:<26}{each.value:7.2f}   [{each.low:.2f}, {each.high:.2f}]")


if __name__ == "__main__":
    main()
