"""Speed of the parser: `python -m profiling.profile_parser SIZE_BYTES ITERATIONS`.

Each iteration goes from source text to syntax tree, lexing included. --flamegraph and --table sample the Python stack
in a run of its own, every few milliseconds of CPU time. --perf shows the machine's side: the interpreter's C functions
and the kernel; perf can't name the Python functions. --esprima compares with esprima, where that is installed.
"""

from __future__ import annotations

import collections
import time
from typing import TYPE_CHECKING

from profiling import front_end, sampling
from profiling.flame import write_flamegraph
from profiling.sources import program

if TYPE_CHECKING:
    from profiling.engines import FrontEnd
    import argparse


ENOUGH = 2_000_000
"""Bytes to parse under a profiler, at least: what gives some hundred samples."""


def statements(front: FrontEnd, source: bytes) -> int:
    return len(front.tree(source).body)


def against_esprima(front: FrontEnd, size: int) -> str:
    """Both parsers on the same JavaScript, the best of three in turn."""
    try:
        import esprima  # type: ignore[import-not-found]
    except ImportError:
        sampling.refuse("esprima is not installed (pip install esprima==4.0.1)")
    source = program(size, "javascript")
    text = source.decode()
    best = [float("inf")] * 2
    for _ in range(3):
        for i, parse in enumerate((lambda: front.tree(source), lambda: esprima.parseModule(text, {"range": True}))):
            start = time.process_time()
            parse()
            best[i] = min(best[i], time.process_time() - start)
    return f"esprima: {best[1] * 1e3:.0f} ms for {size} bytes of JavaScript, {best[1] / best[0]:.1f} times as long"


def profiles(chosen: argparse.Namespace, front: FrontEnd) -> None:
    """The profiles that were asked for, each of a run of its own."""
    source = program(chosen.size)

    def parse() -> None:
        for _ in range(max(chosen.iterations, ENOUGH // chosen.size)):
            front.tree(source)

    if chosen.flamegraph or chosen.table:
        stacks: sampling.Stacks = collections.Counter()
        with sampling.python_samples(stacks, parse.__code__, "(freeing the tree)"):
            parse()
        if chosen.flamegraph:
            title = f"parser, {chosen.size} bytes of TypeScript"
            write_flamegraph(stacks, chosen.flamegraph, title, "ms", chosen.narrowest / 100)
        if chosen.table:
            print(front_end.python_table(stacks))
    if chosen.perf:
        print("(perf sees the interpreter, not the Python functions that it runs: --flamegraph and --table show those)")
        print(front_end.by_perf(parse, "kernel.so")[1])


def main() -> None:
    parser = front_end.options(__doc__ or "")
    parser.add_argument("--table", action="store_true", help="print self and total time by Python function")
    parser.add_argument("--esprima", action="store_true", help="compare with esprima on JavaScript")
    chosen = parser.parse_args()
    front = front_end.run(chosen, "parser", "statements", statements)
    profiles(chosen, front)
    if chosen.esprima:
        print(against_esprima(front, chosen.size))


if __name__ == "__main__":
    main()
