"""Which of two is faster, and is that more than noise: `python -m profiling.compare A B SCRIPT...`

    python -m profiling.compare HEAD~1 . script.ts              a commit and the working tree
    python -m profiling.compare release profiling script.ts     two kernels of the working tree
    python -m profiling.compare old/bin/tsrun new/bin/tsrun profiling/scripts/*.js      two installations
    python -m profiling.compare . "node --jitless" script.js    another engine

Each round runs both on each script, in a random order; the first round is not counted. What is compared is the CPU time
of whole processes (or --wall). The interval of the ratio of medians comes from a bootstrap of the rounds; a verdict is
given only where it excludes 1, and both have to print the same.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from math import exp, log
from statistics import fmean
from typing import TYPE_CHECKING

from profiling.intervals import CONFIDENCE, Interval, bootstrap, column_medians, ratio_of_medians, verdict
from profiling.processes import FailedError, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = pathlib.Path(__file__).parent.parent
KERNELS = ("release", "dev", "profiling")


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that runs scripts: what it was called, its command, its environment."""

    name: str
    command: list[str]
    environment: dict[str, str]


def _of_tree(name: str, folder: pathlib.Path, *options: str) -> Engine:
    """A tree of the sources of tsrun, run by this Python."""
    # -P: what lies in the current folder, most likely another tree of tsrun, does not come first.
    command = [sys.executable, "-P", "-m", "tsrun", *options]
    return Engine(name, command, {**os.environ, "PYTHONPATH": str(folder)})


def _exported(commit: str, folder: pathlib.Path) -> pathlib.Path:
    """The package as it was at a commit, in a folder named for the commit, so that its kernel is found again."""
    target = folder / commit
    if not target.exists():
        part = pathlib.Path(tempfile.mkdtemp(dir=folder))
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", commit, "tsrun"], capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", str(part)], input=archive, check=True)
        part.replace(target)
    return target


def _commit(name: str) -> str | None:
    command = ["git", "-C", str(ROOT), "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or None if done.returncode == 0 else None


def engine(name: str, folder: pathlib.Path) -> Engine:
    """What a word of the command line stands for. Raises ValueError."""
    if name in KERNELS:
        return _of_tree(name, ROOT, "--kernel", name)
    path = pathlib.Path(name)
    if (path / "tsrun" / "__main__.py").exists():
        return _of_tree(name, path.resolve())
    commit = _commit(name)  # before commands: there may be one called HEAD
    if commit:
        return _of_tree(f"{name} ({commit[:9]})", _exported(commit, folder))
    words = shlex.split(name)
    if words and (shutil.which(words[0]) and not path.is_dir()):
        return Engine(name, words, dict(os.environ))
    raise ValueError(f"{name!r} is no kernel, no tree of tsrun, no command and no commit")


class DifferentOutputError(Exception):
    """The engines disagree about what a script prints."""


def rounds_of(
    engines: Sequence[Engine], script: str, rounds: int, *, wall: bool, cpu: int | None = None, seed: int = 1
) -> list[list[float]]:
    """Seconds by round and engine, the order within each round shuffled. Raises FailedError, DifferentOutputError."""
    choose = random.Random(seed)  # noqa: S311 nothing here is secret
    result, expected = [], None
    for count in range(rounds + 1):
        times = [0.0] * len(engines)
        for place in choose.sample(range(len(engines)), len(engines)):
            each = engines[place]
            cpu_time, wall_time, _, text = measured([*each.command, script], each.environment, cpu)
            expected = text if expected is None else expected
            if text != expected:
                raise DifferentOutputError(f"{script}: {each.name} printed {text[:200]!r}, not {expected[:200]!r}")
            times[place] = wall_time if wall else cpu_time
        if count:
            result.append(times)
    return result


def overall(every: Sequence[list[list[float]]], confidence: float) -> Interval:
    """The geometric mean of the ratios of all scripts; rounds are drawn within each script."""

    def statistic(drawn: list[Sequence[float]]) -> float:
        # Round i of each script was one of those drawn: a round is the row of all scripts' pairs.
        pairs = [[row[2 * i : 2 * i + 2] for row in drawn] for i in range(len(every))]
        return exp(fmean(log(ratio_of_medians(each)) for each in pairs))

    rows = [[time for script in every for time in script[i]] for i in range(len(every[0]))]
    return bootstrap(rows, statistic, confidence=confidence, resamples=1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("a", metavar="A")
    parser.add_argument("b", metavar="B")
    parser.add_argument("scripts", nargs="+", metavar="SCRIPT")
    parser.add_argument("-n", "--rounds", type=int, default=15)
    parser.add_argument("--wall", action="store_true", help="compare elapsed time instead of CPU time")
    parser.add_argument("--pin", type=int, metavar="CPU", help="keep every process on this processor")
    parser.add_argument("--confidence", type=float, default=CONFIDENCE, help="of the intervals (0.95)")
    chosen = parser.parse_args()
    if chosen.rounds < 5 or not 0.5 <= chosen.confidence < 1:
        parser.error("at least 5 rounds, and a confidence from 0.5 to below 1")
    cache = pathlib.Path(tempfile.gettempdir()) / f"tsrun-compare-{os.getuid()}"
    cache.mkdir(exist_ok=True, mode=0o700)
    try:
        engines = [engine(name, cache) for name in (chosen.a, chosen.b)]
    except ValueError as error:
        parser.error(str(error))
    print(f"A = {engines[0].name}, B = {engines[1].name}; {'elapsed' if chosen.wall else 'CPU'} time, "
          f"medians of {chosen.rounds} rounds, {chosen.confidence:.0%} intervals")  # fmt: skip
    print(f"{'script':<28}{'A':>10}{'B':>10}{'B/A':>8}   interval          verdict", flush=True)
    every = []
    try:
        for script in chosen.scripts:
            rounds = rounds_of(engines, script, chosen.rounds, wall=chosen.wall, cpu=chosen.pin)
            every.append(rounds)
            ratio = bootstrap(rounds, ratio_of_medians, confidence=chosen.confidence)
            first, second = column_medians(rounds)
            print(f"{pathlib.Path(script).name:<28}{first * 1e3:7.1f} ms{second * 1e3:7.1f} ms{ratio.value:8.3f}"
                  f"   [{ratio.low:.3f}, {ratio.high:.3f}]    {verdict(ratio)}", flush=True)  # fmt: skip
    except (FailedError, DifferentOutputError) as error:
        sys.exit(str(error))
    if len(every) > 1:
        whole = overall(every, chosen.confidence)
        print(f"{'geometric mean':<48}{whole.value:8.3f}   [{whole.low:.3f}, {whole.high:.3f}]    {verdict(whole)}")
        print(f"({len(every)} intervals of {chosen.confidence:.0%}: expect one in {1 / (1 - chosen.confidence):.0f} to "
              "miss the truth; measure a surprise again)")  # fmt: skip


if __name__ == "__main__":
    main()
