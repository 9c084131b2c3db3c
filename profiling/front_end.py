"""What profile_lexer and profile_parser share: their options, the run, its report, the profiles of it."""

from __future__ import annotations

import argparse
import collections
import pathlib
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from profiling import sampling
from profiling.engines import FrontEnd
from profiling.sources import program

if TYPE_CHECKING:
    from collections.abc import Callable


def options(description: str) -> argparse.ArgumentParser:
    """The command line of both."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, metavar="SIZE_BYTES")
    parser.add_argument("iterations", type=int, metavar="ITERATIONS")
    parser.add_argument("--flamegraph", metavar="FILE", type=pathlib.Path, help="write an interactive SVG")
    parser.add_argument("--narrowest", metavar="PERCENT", type=float, default=0.2, help="of the graph's frames (0.2)")
    parser.add_argument("--perf", action="store_true", help="print the functions that perf saw")
    parser.add_argument("--kernel", choices=["release", "dev", "profiling"], help="kernel profile; else release")
    return parser


def run(chosen: argparse.Namespace, stage: str, counted: str, work: Callable[[FrontEnd, bytes], int]) -> FrontEnd:
    """Do the work as often as asked, and print what it took: CPU time, so that a busy machine does not count."""
    if chosen.size < 1 or chosen.iterations < 1:
        sys.exit("SIZE_BYTES and ITERATIONS must be above 0")
    print(f"Generating {round(chosen.size / 1000)}KB source...")
    source = program(chosen.size)
    print(f"Source size: {len(source)} bytes")
    front = FrontEnd(chosen.kernel)
    work(front, source[:0])
    print(f"Running {chosen.iterations} iterations of {stage}...", flush=True)
    total = 0
    start = time.process_time()
    for _ in range(chosen.iterations):
        total += work(front, source)
    seconds = time.process_time() - start
    print(f"Done in {seconds * 1e3:.2f}ms")
    print(f"Total {counted}: {total}")
    print(f"Throughput: {len(source) * chosen.iterations / seconds / 1e6:.2f} MB/s", flush=True)
    return front


def by_perf(work: Callable[[], object], library: str) -> tuple[sampling.Stacks, str]:
    """Do work under perf: collapsed stacks in a shared object, and the flat report."""
    if reason := sampling.perf_works():
        sampling.refuse(reason)
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "perf.data"
        with sampling.perf_samples(data):
            work()
        return sampling.perf_stacks(data, library), sampling.perf_report(data)


def python_table(stacks: sampling.Stacks, rows: int = 20) -> str:
    """Self and total share of the functions that took most themselves."""
    own: collections.Counter[str] = collections.Counter()
    with_callees: collections.Counter[str] = collections.Counter()
    for stack, count in stacks.items():
        own[stack[-1]] += count
        with_callees.update(dict.fromkeys(stack, count))
    whole = max(1, stacks.total())
    lines = [f"{'self':>7} {'total':>7}  function"]
    for name, count in own.most_common(rows):
        lines.append(f"{count / whole:7.1%} {with_callees[name] / whole:7.1%}  {name}")
    return "\n".join(lines)
