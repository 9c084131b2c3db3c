"""The check that noise can't fool: what fixed scripts make the VM do must be what it was, or be changed on purpose.

    python -m profiling.counts                            the counts of this moment
    python -m profiling.counts --check                    compare with the committed ones; exit status 1 if they differ
    python -m profiling.counts --check --times            and time against node --jitless, where there is one
    python -m profiling.counts --update --reason "..."    commit to the counts of this moment

Tokens, bytes of bytecode, instructions, cells, bytes, collections and cache misses of the scripts in profiling/scripts,
and of generated sources, are the same on every machine. They come from the profiling kernel. Times are only compared
with those of another engine, beside which they were taken, and may become twice what they were before anybody is told.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile
from statistics import median
from typing import Any

from profiling.engines import FrontEnd, figures
from profiling.processes import cpu_seconds
from profiling.sources import LANGUAGES, program

HERE = pathlib.Path(__file__).parent
SCRIPTS = HERE / "scripts"
COMMITTED = HERE / "counts.json"
SOURCE_SIZE = 50_000
MOST_REASONS = 40
REPEATED = 20
BOUND = 2.0
"""How many times its committed ratio to node a script may take: machines differ by less, real losses by more."""
NODE = ["node", "--jitless"]
TIMED = ("arithmetic", "arrays", "calls", "churn", "classes", "closures", "objects", "strings")

Counts = dict[str, dict[str, int]]


def of_script(path: pathlib.Path) -> dict[str, int]:
    """What running a script comes to."""
    front = FrontEnd("profiling")
    source = path.read_bytes()
    tokens, unit = front.tokens(source), len(front.unit(source))
    front.realm.run_module(source, str(path), path.name)
    found = figures(front.realm)
    return {
        "tokens": tokens, "bytecode": unit, "instructions": found["instructions"],
        "cells": found["cells"]["allocated"], "bytes": found["bytes"]["allocated"],
        "collections": found["collections"], "cache_misses": found["cache"]["misses"],
    }  # fmt: skip


def of_sources() -> Counts:
    """What generated sources are to the front end."""
    front = FrontEnd("profiling")
    found: Counts = {}
    for language in LANGUAGES:
        source = program(SOURCE_SIZE, language)
        found[f"source, {language}"] = {"tokens": front.tokens(source), "statements": len(front.tree(source).body)}
    found["source, plain"]["bytecode"] = len(front.unit(program(SOURCE_SIZE, "plain")))
    return found


def current() -> Counts:
    return {**of_sources(), **{path.stem: of_script(path) for path in sorted(SCRIPTS.glob("*.js"))}}


def kept(path: pathlib.Path) -> dict[str, Any]:
    """The file of counts: `counts`, `ratios` to node, and the `reasons` for what they are, newest first."""
    if not path.exists():
        return {"counts": {}, "ratios": {}, "reasons": []}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def differences(committed: Counts, now: Counts) -> list[tuple[str, int | None, int | None]]:
    """What differs, as (script, figure; before; now), in the order of the scripts."""
    found = []
    for script in sorted({*committed, *now}):
        old, new = committed.get(script, {}), now.get(script, {})
        both = [(figure, old.get(figure), new.get(figure)) for figure in dict.fromkeys([*old, *new])]
        found += [(f"{script}: {figure}", before, after) for figure, before, after in both if before != after]
    return found


def table(rows: list[tuple[str, int | None, int | None]]) -> str:
    lines = [f"{'':<34}{'committed':>14}{'now':>14}{'ratio':>9}"]
    for name, old, new in rows:
        ratio = f"{new / old:9.4f}" if old and new is not None else ""
        was, is_now = ("-" if each is None else f"{each:,}" for each in (old, new))
        lines.append(f"{name:<34}{was:>14}{is_now:>14}{ratio}")
    return "\n".join(lines)


def shown(counts: Counts) -> str:
    """A row per script."""
    columns = list(dict.fromkeys(figure for row in counts.values() for figure in row))
    lines = [f"{'':<20}" + "".join(f"{column:>14}" for column in columns)]
    for script, row in counts.items():
        lines.append(f"{script:<20}" + "".join(f"{row[c]:>14,}" if c in row else " " * 14 for c in columns))
    return "\n".join(lines)


# Times


def timed(names: tuple[str, ...], rounds: int) -> dict[str, float]:
    """CPU time of each script, repeated in one process, over that of node; medians of rounds with the two in turn."""
    engines = {"tsrun": [sys.executable, "-m", "tsrun", "--kernel", "release"], "node": NODE}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])}
    ratios = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = pathlib.Path(folder) / f"{name}.js"
            text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
            path.write_text(f"for (let round = 0; round < {REPEATED}; round++) {{\n{text}}}\n", encoding="utf-8")
            times: dict[str, list[float]] = {engine: [] for engine in engines}
            for count in range(rounds + 1):
                for engine, command in engines.items():
                    seconds = cpu_seconds([*command, str(path)], environment)[0]
                    if count:
                        times[engine].append(seconds)
            ratios[name] = median(times["tsrun"]) / median(times["node"])
    return ratios


def slow(ratios: dict[str, float], before: dict[str, float]) -> list[str]:
    return [name for name, ratio in ratios.items() if name in before and ratio > BOUND * before[name]]


def check_times(before: dict[str, float]) -> list[str]:
    """Scripts that take more than the bound allows, measured again and again before that is believed."""
    names = tuple(name for name in TIMED if name in before)
    ratios = timed(names, 1)
    for rounds in (3, 7):
        suspects = slow(ratios, before)
        ratios.update(timed(tuple(suspects), rounds))
    print(f"{'CPU time over node --jitless':<34}{'committed':>14}{'now':>14}")
    for name, ratio in ratios.items():
        print(f"{name:<34}{before[name]:14.2f}{ratio:14.2f}")
    return slow(ratios, before)


# Commands


def check(path: pathlib.Path, *, times: bool) -> int:
    old = kept(path)
    rows = differences(old["counts"], current())
    status = 0
    if rows:
        print(table(rows))
        print(
            f"\n{len(rows)} counts are not what was committed. If that is meant to be:\n"
            '    python -m profiling.counts --update --reason "what changed, and why that is right"')
        status = 1
    else:
        print(f"counts: all {sum(map(len, old['counts'].values()))} are what was committed")
    if times and not shutil.which(NODE[0]):
        print("times: not compared, there is no node beside which to take them")
    elif times:
        late = check_times(old["ratios"])
        if late:
            print(f"more than {BOUND} times as slow against node as committed: {', '.join(late)}")
            status = 1
    return status


def update(path: pathlib.Path, reason: str, *, times: bool) -> int:
    old, now = kept(path), current()
    rows = differences(old["counts"], now)
    ratios = old["ratios"]
    if times:
        ratios = {name: round(ratio, 3) for name, ratio in timed(TIMED, 7).items()}
    if not rows and ratios == old["ratios"]:
        print("nothing has changed")
        return 0
    if rows:
        print(table(rows))
    changed = [f"{name} {before} -> {after}" for name, before, after in rows]
    note = {"reason": reason, "changed": changed if old["counts"] else []}
    new = {"counts": now, "ratios": ratios, "reasons": [note, *old["reasons"]][:MOST_REASONS]}
    path.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--reason", default="")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--kept", type=pathlib.Path, default=COMMITTED, metavar="FILE", help="the file of counts")
    chosen = parser.parse_args()
    if chosen.update:
        if not chosen.reason.strip():
            parser.error("--update wants a --reason")
        sys.exit(update(chosen.kept, chosen.reason.strip(), times=chosen.times))
    if chosen.check:
        sys.exit(check(chosen.kept, times=chosen.times))
    print(shown(current()))


if __name__ == "__main__":
    main()
