"""What `tsrun profile` costs the script that it looks at: `python -m profiling.overhead [SCRIPT...]`

    python -m profiling.overhead                      profiling/scripts, about three minutes
    python -m profiling.overhead -n 31 --interval 1000 profiling/scripts/calls.js

Each script is a function that is called again and again in one realm. A round runs it in a random order without a
profiler, once more without, with samples by time and with samples by fuel, each for the same number of calls, and takes
the processor time of the whole process, the sampling thread included. What is told is the median of the rounds' ratios,
with its interval; *noise* is the same of the two runs without a profiler. The status is 1 if a profiler takes more than
5 %, beyond what its interval leaves open.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import sys
import time
from contextlib import nullcontext
from math import exp, log
from statistics import fmean, median
from typing import TYPE_CHECKING

from profiling.engines import Script
from profiling.intervals import Interval, bootstrap
from tsrun.cli.profile import USUAL
from tsrun.tools.sampler import BY_FUEL, BY_TIME, Sampler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SCRIPTS = pathlib.Path(__file__).parent / "scripts"
BOUND = 0.05
WAYS = (0, 0, BY_TIME, BY_FUEL)
"""What a round runs with; 0 is no profiler."""
PLAIN, AGAIN, TIME, FUEL = range(4)


def ratio(column: int) -> Callable[[Sequence[Sequence[float]]], float]:
    """Of rounds: the median of what a column took beyond the runs without a profiler, as a part of those."""
    if column == AGAIN:
        return lambda rounds: median(times[AGAIN] / times[PLAIN] for times in rounds) - 1
    return lambda rounds: median(2 * times[column] / (times[PLAIN] + times[AGAIN]) for times in rounds) - 1


class Workload:
    """A script as a function that can be called with and without a profiler."""

    def __init__(self, path: pathlib.Path, seconds: float, interval: int) -> None:
        self.name = path.name
        self._script = Script(f"export function run() {{\n{path.read_text(encoding='utf-8')}\n}}")
        self._run = self._script.function("run")
        self._interval = interval
        self.calls = 1
        self.took(0)  # what is done the first time only
        while (took := self.took(0)) < seconds:
            self.calls = max(self.calls + 1, int(self.calls * min(20.0, 1.1 * seconds / max(took, 1e-4))))

    def took(self, by: int) -> float:
        """Processor seconds of all calls, and of the profiler."""
        realm = self._script.realm
        sampler = None
        if by:
            sampler = Sampler(realm, by=by, interval=self._interval / 1e6 if by == BY_TIME else USUAL[BY_FUEL])
        realm.on_slice = sampler.drain if sampler else lambda: None
        start = time.process_time()
        with sampler or nullcontext():
            for _ in range(self.calls):
                self._run()
        return time.process_time() - start

    def rounds(self, count: int, choose: random.Random) -> list[list[float]]:
        """Seconds by round and way, the order within each round shuffled."""
        result = []
        for _ in range(count):
            times = [0.0] * len(WAYS)
            for place in choose.sample(range(len(WAYS)), len(WAYS)):
                times[place] = self.took(WAYS[place])
            result.append(times)
        return result


def measure(
    scripts: Iterable[pathlib.Path], count: int, seconds: float, interval: int
) -> Iterator[tuple[str, float, list[Interval]]]:
    """Of each script: its name, seconds without a profiler, and what noise, samples by time and by fuel add."""
    choose = random.Random(1)  # noqa: S311 nothing here is secret
    for path in scripts:
        work = Workload(path, seconds, interval)
        rounds = work.rounds(count, choose)
        yield (work.name, median(times[PLAIN] for times in rounds),
               [bootstrap(rounds, ratio(column)) for column in (AGAIN, TIME, FUEL)])  # fmt: skip


def mean(every: Sequence[Sequence[Interval]], column: int) -> float:
    """The geometric mean of what one way adds."""
    return exp(fmean(log(1 + found[column].value) for found in every)) - 1


def line(name: str, plain: str, found: Sequence[Interval]) -> str:
    """A row of the table: per cent, with intervals."""
    cells = [f"{each.value:8.1%} [{each.low:6.1%},{each.high:6.1%}]" for each in found]
    return f"{name:<16}{plain:>10}  {'  '.join(cells)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scripts", nargs="*", metavar="SCRIPT", type=pathlib.Path)
    parser.add_argument("-n", "--rounds", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=0.25, help="of processor time for each run (0.25)")
    parser.add_argument("--interval", type=int, default=USUAL[BY_TIME], help="microseconds between two samples by time")
    chosen = parser.parse_args()
    if chosen.rounds < 5 or chosen.interval < 50:
        parser.error("at least 5 rounds and 50 microseconds")
    heads = "".join(f"{head:>26}" for head in ("noise", "by time", "by fuel"))
    print(f"Processor time beyond a run without a profiler: medians of {chosen.rounds} rounds, 95% intervals;\n"
          f"a sample every {chosen.interval} us, or {USUAL[BY_FUEL]} units of fuel", flush=True)
    print(f"{'script':<16}{'plain':>10}{heads}", flush=True)
    every, too_much = [], False
    scripts = chosen.scripts or sorted(SCRIPTS.glob("*.js"))
    for name, plain, found in measure(scripts, chosen.rounds, chosen.seconds, chosen.interval):
        every.append(found)
        too_much = too_much or any(each.low > BOUND for each in found[1:])
        print(line(name, f"{plain * 1e3:.0f} ms", found), flush=True)
    means = [mean(every, column) for column in range(3)]
    worst = max(found[i].value for found in every for i in (1, 2))
    print(f"{'geometric mean':<26}{''.join(f'{each:10.1%}                ' for each in means).rstrip()}")
    print(f"most: {worst:.1%}, {'above' if too_much else 'nothing certainly above'} {BOUND:.0%}")
    sys.exit(1 if too_much else 0)


if __name__ == "__main__":
    main()
