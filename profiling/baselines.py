"""Results of benchmarks: kept by name, loaded, compared.

A baseline is pytest-benchmark's JSON with at most so many times of each case, and with the times of a fixed piece of
work (`calibration`), which tell how fast the machine was then.
"""

from __future__ import annotations

import json
import pathlib
import random
import re
import time
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from profiling.intervals import RESAMPLES, Interval

FOLDER = pathlib.Path(__file__).parent.parent / ".benchmarks"
MOST_TIMES = 200


@dataclass(slots=True)
class Case:
    """One benchmark of one run: seconds of each round."""

    name: str
    group: str
    times: list[float]
    extra: dict[str, Any]

    @property
    def median(self) -> float:
        return median(self.times)


@dataclass(slots=True)
class Run:
    """All benchmarks of one run."""

    name: str
    when: str
    commit: str
    calibration: list[float]
    cases: dict[str, Case] = field(default_factory=dict)


def work() -> int:
    """The fixed piece of work: a loop of Python over integers."""
    value = 1
    for i in range(20_000):
        value = (value * 31 + i) & 0xFFFFFFF
    return value


def calibrate(rounds: int = 20) -> list[float]:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return times


def _thinned(times: list[float]) -> list[float]:
    """A sample of a long list, always the same one."""
    if len(times) <= MOST_TIMES:
        return times
    return random.Random(1).sample(times, MOST_TIMES)  # noqa: S311 nothing here is secret


def case_name(fullname: str) -> str:
    """`test_throughput[10 KB]` without what the group says already: `10 KB`."""
    found = re.search(r"::test_(\w+?)(?:\[(.*)\])?$", fullname)
    return (found[2] or found[1].replace("_", " ")) if found else fullname


def trimmed(raw: dict[str, Any], calibration: list[float]) -> dict[str, Any]:
    """pytest-benchmark's JSON, ready to be kept."""
    for each in raw["benchmarks"]:
        each["stats"]["data"] = _thinned(each["stats"].get("data", []))
    raw["calibration"] = calibration
    return raw


def read(path: pathlib.Path) -> Run:
    raw = json.loads(path.read_text(encoding="utf-8"))
    commit = (raw.get("commit_info") or {}).get("id") or ""
    run = Run("now" if path.stem == "last" else path.stem, raw["datetime"], commit, raw["calibration"])
    for each in raw["benchmarks"]:
        name = case_name(each["fullname"])
        run.cases[f"{each['group']}: {name}"] = Case(name, each["group"], each["stats"]["data"], each["extra_info"])
    return run


def path_of(name: str) -> pathlib.Path:
    """Where a baseline lies. Raises ValueError for what is no name."""
    if not re.fullmatch(r"[\w.+-]+", name) or name == "last":
        raise ValueError(f"{name!r} can't be the name of a baseline: letters, digits, and . + - _ only, and not `last`")
    return FOLDER / f"{name}.json"


def baselines() -> list[Run]:
    """All that were saved, oldest first."""
    runs = [read(path) for path in FOLDER.glob("*.json") if path.stem != "last"]
    return sorted(runs, key=lambda run: run.when)


def spread(times: list[float]) -> float:
    """Third quartile over first, at least 1."""
    ordered = sorted(times)
    return ordered[3 * len(ordered) // 4] / ordered[len(ordered) // 4]


def slowness(before: Run, after: Run) -> float:
    """How many times as long the machine takes for the same Python loop."""
    return median(after.calibration) / median(before.calibration)


def ratio(before: Case, after: Case, speed: float, doubt: float, seed: int = 1) -> Interval:
    """How many times as long a case takes now.

    speed: the machine's `slowness`; it is divided out. doubt: its own spread. The interval is
    widened by that or by the spread of the case's own times, since the two runs were not made side by side.
    """
    doubt = max(doubt, spread(before.times), spread(after.times))
    choose = random.Random(seed)  # noqa: S311 nothing here is secret

    def drawn(times: list[float]) -> float:
        return median(choose.choices(times, k=len(times)))

    drawn_ratios = sorted(drawn(after.times) / drawn(before.times) / speed for _ in range(RESAMPLES // 4))
    edge = len(drawn_ratios) // 40
    low, high = drawn_ratios[edge], drawn_ratios[-1 - edge]
    return Interval(after.median / before.median / speed, low / doubt, high * doubt)


def comparison(before: Run, after: Run) -> list[str]:
    """A table of the cases that both runs have."""
    speed = slowness(before, after)
    doubt = max(spread(before.calibration), spread(after.calibration))
    lines = [
        f"against {before.name} ({before.when[:16]}, commit {before.commit[:9] or 'unknown'}): the machine takes",
        f"{speed:.2f} times as long for the same Python loop; divided out. Intervals are widened by the loop's spread",
        f"({doubt:.2f}) or a case's own. Measured side by side they would be narrow: python -m profiling.compare.",
        "",
        f"{'case':<48}{'before':>12}{'now':>12}{'ratio':>8}   95 % interval",
    ]
    for key, now in after.cases.items():
        if key in before.cases:
            each = ratio(before.cases[key], now, speed, doubt)
            word = ("slower" if each.value > 1 else "faster") if each.excludes(1) else ""
            lines.append(
                f"{key:<48}{seconds(before.cases[key].median):>12}{seconds(now.median):>12}{each.value:8.2f}"
                f"   [{each.low:.2f}, {each.high:.2f}] {word}".rstrip())
    missing = sorted(set(before.cases) - set(after.cases))
    if missing:
        lines.append(f"({len(missing)} cases of {before.name} were not run)")
    return lines


def seconds(value: float) -> str:
    """A time in the unit that reads best."""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("us", 1e6)):
        if value * factor >= 1:
            return f"{value * factor:.3g} {unit}" if value * factor < 1000 else f"{value * factor:.0f} {unit}"
    return f"{value * 1e9:.3g} ns"
