"""What must never be true of tsrun, each as a check: `python -m profiling.red_flags [NAME...]`; status 1 if one is.

Bounds are far from what is normal, and times are the least of several, so that a busy machine raises no flag.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from profiling.engines import FrontEnd, Script, figures
from profiling.sources import program
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Flag:
    """A figure, and the bound that it must not pass."""

    seen: float
    bound: float
    unit: str
    least: bool = False
    """Whether the bound is the least that is all right; else it is the most."""

    @property
    def red(self) -> bool:
        return self.seen < self.bound if self.least else self.seen > self.bound


def least_time(function: Callable[..., object], *arguments: float) -> float:
    """CPU seconds of the fastest of some calls."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function(*arguments)
        times.append(time.process_time() - start)
    return min(times)


def second_run(source: str, *options: str) -> str:
    """Standard error of a process that runs a script for the second time, when all it needs is in the cache."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "script.ts"
        path.write_text(source, encoding="utf-8")
        command = [sys.executable, *options, str(path)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        for _ in range(2):
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        return done.stderr


def growth(body: str, small: int, factor: int = 8) -> float:
    """How many times as long `factor` times the work takes, over that factor: 1 is linear, `factor` quadratic."""
    function = Script(f"export function run(n: number) {{ {body} }}").function("run")
    function(small * factor)
    return least_time(function, small * factor) / least_time(function, small) / factor


# Start


def start_imports() -> Flag:
    """Modules of the compiler or of Numba's that a warm run imports."""
    err = second_run('console.log("warm");', "-X", "importtime", "-m", "tsrun")
    heavy = ("numba", "llvmlite", "numpy", "tsrun.syntax.parser", "tsrun.compiler", "tsrun.vm.build")
    names = [line.rsplit("|", 1)[-1].strip() for line in err.splitlines() if line.startswith("import time:")]
    return Flag(sum(name.startswith(heavy) for name in names), 0, "modules that a warm run has no use for")


def start_memory() -> Flag:
    """Resident memory of a script that prints one line."""
    err = second_run('console.log("hello");', "-m", "tsrun", "--stats=json")
    return Flag(json.loads(err.splitlines()[-1])["peak_rss"] / 1e6, 40, "MB resident")


def entry() -> Flag:
    """What it takes to call an empty function of a script from Python."""
    function = Script("export function run() {}").function("run")
    return Flag(least_time(lambda: [function() for _ in range(1000)]) * 1e3, 50, "us for a call from Python")


# Front end


def lexer_speed() -> Flag:
    """The lexer on varied TypeScript."""
    front, source = FrontEnd(), program(200_000)
    return Flag(len(source) / least_time(lambda: front.tokens(source)) / 1e6, 78, "MB/s", least=True)


def lexer_linear() -> Flag:
    """Eight times the text."""
    front, small, large = FrontEnd(), program(50_000), program(400_000)
    ratio = least_time(lambda: front.tokens(large)) / least_time(lambda: front.tokens(small)) / 8
    return Flag(ratio, 2, "times linear")


def parser_nesting() -> Flag:
    """Parentheses, arrows and generics four times as deep: each level must be parsed once."""
    front, worst = FrontEnd(), 0.0
    for opening, closing in (("(", ")"), ("(a = ", ") => 1"), ("f<T>(", ")"), ("{ a: [", "] }")):
        times = [
            least_time(lambda depth=depth, left=opening, right=closing: front.tree(
                b"x = " + left.encode() * depth + b"1" + right.encode() * depth)) for depth in (5, 20)]  # fmt: skip
        worst = max(worst, times[1] / times[0] / 4)
    return Flag(worst, 3, "times linear")


# VM


def cache_hits() -> Flag:
    """Property reads and calls of methods at sites that see one shape."""
    script = Script("""
        class Point { constructor(public x: number, public y: number) {} sum() { return this.x + this.y; } }
        export function run(n: number) { let s = 0; for (let i = 0; i < n; i++) s += new Point(i, i).sum(); return s; }
        """, profile="profiling")  # fmt: skip
    script.function("run")(2000)
    cache = figures(script.realm)["cache"]
    return Flag(100 * cache["hits"] / (cache["hits"] + cache["misses"]), 99, "% of inline caches hit", least=True)


def array_push() -> Flag:
    """Pushing one by one."""
    body = "const xs = []; for (let i = 0; i < n; i++) xs.push(i); return xs.length;"
    return Flag(growth(body, 4000), 2.5, "times linear")


def string_building() -> Flag:
    """A text made piece by piece, then read."""
    body = 'let s = ""; for (let i = 0; i < n; i++) s += "piece"; return s.charCodeAt(n);'
    return Flag(growth(body, 2000), 2.5, "times linear")


def map_growth() -> Flag:
    """A Map that grows, is asked, and shrinks."""
    body = (
        "const m = new Map(); for (let i = 0; i < n; i++) m.set(i, i); let s = 0;"
        "for (let i = 0; i < n; i++) { s += m.get(i); m.delete(i); } return s;")  # fmt: skip
    return Flag(growth(body, 2000), 2.5, "times linear")


def dictionary_growth() -> Flag:
    """An object with ever more names."""
    body = 'const d = {}; for (let i = 0; i < n; i++) d["k" + i] = i; return Object.keys(d).length;'
    return Flag(growth(body, 1000), 3, "times linear")


def sorting() -> Flag:
    """Sorting by a function, ordered input included."""
    body = (
        "const xs = []; for (let i = 0; i < n; i++) xs.push(i * 7919 % 1009);"
        "xs.sort((a, b) => a - b); return xs.sort()[0];")  # fmt: skip
    return Flag(growth(body, 500), 3, "times linear (n log n is 1.3)")


def exceptions() -> Flag:
    """Throwing from ever deeper: a throw may cost as much as the calls that it leaves."""
    body = (
        "const f = (k) => { if (k === 0) throw 1; f(k - 1); };"
        "for (let i = 0; i < 20; i++) try { f(n); } catch {} return 0;")  # fmt: skip
    return Flag(growth(body, 100), 3, "times linear")


# Heap

GARBAGE = "let o: any = null; for (let i = 0; i < n; i++) { o = { i, list: [i], f: () => i }; o.self = o; } return 0;"


def _after(rounds: int) -> dict[str, dict[str, int]]:
    script = Script(f"export function run(n: number) {{ {GARBAGE} }}")
    script.function("run")(rounds)
    return figures(script.realm)


def leaks() -> Flag:
    """Cells that live after ten times the rounds, and did not before."""
    more = _after(50_000)["cells"]["live"] - _after(5_000)["cells"]["live"]
    return Flag(more, 0, "cells more for ten times the rounds")


def peak() -> Flag:
    """How the heap's peak grows with the rounds."""
    ratio = _after(200_000)["bytes"]["peak"] / _after(20_000)["bytes"]["peak"]
    return Flag(ratio, 1.05, "times the peak for ten times the rounds")


def collector_share() -> Flag:
    """How much of a run that makes nothing but garbage is the collector."""
    shares = []
    for _ in range(ROUNDS):
        script = Script(f"export function run(n: number) {{ {GARBAGE} }}")
        start = time.perf_counter()
        script.function("run")(100_000)
        whole = (time.perf_counter() - start) * 1e3
        shares.append(100 * figures(script.realm)["time_ms"]["collect"] / whole)
    return Flag(min(shares), 40, "% of the time spent collecting")


CHECKS = (
    start_imports, start_memory, entry, lexer_speed, lexer_linear, parser_nesting, cache_hits, array_push,
    string_building, map_growth, dictionary_growth, sorting, exceptions, leaks, peak, collector_share,
)  # fmt: skip


def main() -> None:
    every = {check.__name__: check for check in CHECKS}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(every))
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(every):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    red = []
    for name in chosen.names or every:
        flag = every[name]()
        sign = "RED" if flag.red else "ok"
        if flag.red:
            red.append(name)
        limit = "at least" if flag.least else "at most"
        print(f"{sign:<5}{name:<20}{flag.seen:9.3g} {flag.unit} ({limit} {flag.bound:g})", flush=True)
    sys.exit(1 if red else 0)


if __name__ == "__main__":
    main()
