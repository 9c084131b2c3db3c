"""The figures and pictures of the documentation, made anew: `python -m profiling.figures [NAME...]`

    python -m profiling.figures                 everything but the churn experiments, some six minutes
    python -m profiling.figures front-end       one part of it
    python -m profiling.figures churn           profiling/churn.md, as python -m profiling.churn --again --workers 1

Wants a quiet machine (`python -m profiling.machine` looks), perf for the lexer's picture and matplotlib. Figures stand
in the documents between comments, `<!-- figures: NAME -->` and `<!-- end of figures -->`, and are written there.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import TYPE_CHECKING

from profiling import operations, overhead, startup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = pathlib.Path(__file__).parent.parent
GUIDE, PROFILE = ROOT / "profiling" / "README.md", ROOT / "docs" / "profile.md"
SIZE, LEXED, PARSED = 500_000, 50, 10
TIMES = 5


def run(*words: str) -> str:
    """The output of a command of this environment."""
    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout


def replaced(text: str, name: str, figures: str) -> str:
    """A document with other figures between the comments of that name."""
    pattern = rf"(<!-- figures: {re.escape(name)} -->\n).*?(\n<!-- end of figures -->)"
    found, count = re.subn(pattern, lambda match: match[1] + figures + match[2], text, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"figures: {name} stands {count} times in the document")
    return found


def write(path: pathlib.Path, name: str, figures: str) -> None:
    path.write_text(replaced(path.read_text(encoding="utf-8"), name, figures), encoding="utf-8")


def front_end() -> None:
    """Lexer and parser: of several runs in turn those with the median times."""
    turns = [[_spoken(run(f"profiling.profile_{each}", str(SIZE), str(count)))
              for each, count in (("lexer", LEXED), ("parser", PARSED))] for _ in range(TIMES)]  # fmt: skip
    lexed, parsed = (sorted(runs)[TIMES // 2] for runs in zip(*turns, strict=True))
    a_token = 1e6 * lexed[0] / lexed[1], 1e3 * parsed[0] / PARSED / (lexed[1] / LEXED)
    rows = [
        ("", f"lexer, {SIZE // 1000} kB, {LEXED} times", f"parser, {SIZE // 1000} kB, {PARSED} times"),
        ("---", "---", "---"),
        ("`Done in`", f"{lexed[0]:.2f}ms", f"{parsed[0]:.2f}ms"),
        ("`Total`", f"{lexed[1]} tokens", f"{parsed[1]} statements"),
        ("`Throughput`", f"{lexed[2]:.2f} MB/s, {a_token[0]:.0f} ns a token",
         f"{parsed[2]:.2f} MB/s, {a_token[1]:.1f} us a token, lexing included"),
    ]
    write(GUIDE, "front-end", table(rows))


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown."""
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)


def _spoken(text: str) -> tuple[float, int, float]:
    """Milliseconds, total and throughput of what profile_lexer and profile_parser print."""
    found = re.search(r"Done in ([\d.]+)ms\nTotal \w+: (\d+)\nThroughput: ([\d.]+) MB/s", text)
    assert found
    return float(found[1]), int(found[2]), float(found[3])


def start() -> None:
    """Where the time of a short script goes."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "hello.ts"
        path.write_text('console.log("hello");\n', encoding="utf-8")
        shares, whole, _ = startup.shares(str(path), 21, wall=False)
        largest = next(name for _, name in startup.imports(str(path)) if name != "site")
    rows = [("part of `tsrun hello.ts`", "ms of CPU time"), ("---", "---")]
    for name, share in shares.items():
        meaning = startup.PHASES.get(name, name)
        note = f" (`{largest}` is the largest part of it)" if name.startswith("importing") else ""
        rows.append((meaning + note, f"{max(0.0, share.value):.1f}"))
    write(GUIDE, "startup", table([*rows, ("all of it", f"{whole:.1f}")]))


def single_operations() -> None:
    """The table of operations: medians of three runs."""
    runs = [operations.measure(list(operations.OPERATIONS), 21) for _ in range(3)]
    rows = [(name, median(each[name].value for each in runs)) for name in operations.OPERATIONS]
    half = -(-len(rows) // 2)
    cells = [(name, f"{took:.1f}") for name, took in rows] + [("", "")] * (2 * half - len(rows))
    lines = [(*cells[i], "", *cells[half + i]) for i in range(half)]
    write(GUIDE, "operations", table([("operation", "ns", "", "operation", "ns"), ("---",) * 5, *lines]))


def profilers() -> None:
    """What `tsrun profile` costs."""
    found = list(overhead.measure(sorted(overhead.SCRIPTS.glob("*.js")), 15, 0.25, overhead.USUAL[overhead.BY_TIME]))
    every = [intervals for _, _, intervals in found]
    rows = [("processor time beyond that of a run without", "mean", f"least to most of {len(found)} scripts"),
            ("---", "---", "---")]
    names = {overhead.TIME: "with samples by time", overhead.FUEL: "with samples by fuel",
             overhead.AGAIN: "without, too: the noise"}  # fmt: skip
    for column, name in names.items():
        values = [100 * intervals[column - 1].value for intervals in every]
        mean = 100 * overhead.mean(every, column - 1)
        rows.append((name, f"{mean:.1f} %", f"{min(values):.1f} to {max(values):.1f} %"))
    write(PROFILE, "overhead", table(rows))


def pictures() -> None:
    """Flame graphs, the heap of a leak, its cells."""
    own = GUIDE.parent / "pictures"
    run("profiling.profile_lexer", str(SIZE), str(LEXED), "--flamegraph", str(own / "lexer.svg"))
    run("profiling.profile_parser", str(SIZE), str(PARSED), "--flamegraph", str(own / "parser.svg"))
    docs = ROOT / "docs" / "pictures"
    run("tsrun", "profile", "--top", "0", "--interval", "150", "--flamegraph", str(docs / "flamegraph.svg"),
        "examples/profiling/main.ts")
    run("tsrun", "heap", "--quiet", "--plot", str(docs / "heap-leak.png"), "--map", str(docs / "cells-leak.png"),
        "examples/memory-management/leak.ts")


def churn() -> None:
    """profiling/churn.md."""
    run("profiling.churn", "--again", "--workers", "1")  # two at a time share caches


PARTS: dict[str, Callable[[], None]] = {
    "front-end": front_end, "startup": start, "operations": single_operations, "overhead": profilers,
    "pictures": pictures, "churn": churn,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--list", action="store_true", help="say what there is, and make nothing")
    chosen = parser.parse_args()
    if chosen.list:
        for name, part in PARTS.items():
            print(f"{name:<12}{part.__doc__}")
        return
    names = chosen.names or [name for name in PARTS if name != "churn"]
    if unknown := set(names) - set(PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for name in names:
        begun = time.monotonic()
        PARTS[name]()
        print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
