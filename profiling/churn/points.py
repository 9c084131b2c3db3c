"""What is tried: a point is a program's parameters and the collector's policy."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import json
from dataclasses import dataclass, field
from typing import Any

PAYLOADS = ("object", "array", "closure", "cycle")
SURVIVALS = ("none", "exponential", "generational", "all")


@dataclass(frozen=True)
class Point:
    """One experiment.

    payload: what is allocated; a cycle is two objects that refer to each other. size: properties, elements or captured
    variables of each. survival: which of them live on (`script`). live: how many are kept at a time. work: rounds of
    arithmetic between two allocations. count: allocations. repeats: timed runs; the least disturbed times count. round:
    all points are run several times, since what disturbs them may last longer than the runs of one.
    """

    sweep: str
    payload: str = "object"
    size: int = 4
    survival: str = "exponential"
    live: int = 2000
    work: int = 0
    count: int = 150_000
    policy: dict[str, float] = field(default_factory=dict, hash=False)
    max_memory: int = 1 << 30
    kernel: str = "release"
    repeats: int = 3
    round: int = 0

    def row(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return dataclasses.asdict(self)

    @property
    def key(self) -> str:
        """A hash of everything, under which the result is kept. `sweep` is part of it: each has its own runs."""
        return hashlib.sha256(json.dumps(self.row(), sort_keys=True).encode()).hexdigest()[:20]

    @property
    def tuned(self) -> tuple[str, ...]:
        """What the policy says something about."""
        return tuple(sorted(self.policy))

    @property
    def policy_text(self) -> str:
        return ", ".join(f"{name} {_value(name, value)}" for name, value in self.policy.items()) or "default"


def _value(name: str, value: float) -> str:
    if name != "trigger":
        return f"{value:g}"
    return f"{value / (1 << 20):g}M" if value >= 1 << 20 else f"{value / (1 << 10):g}K"


def from_row(row: dict[str, Any]) -> Point:
    return Point(**row)


LIVE = (0, 1000, 3000, 10_000, 30_000, 100_000, 300_000)
GROWTHS = (0.25, 0.5, 1.0, 2.0, 4.0)
TRIGGERS = (64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20)
CROSSED: tuple[dict[str, float], ...] = (
    {}, {"growth": 0.25}, {"growth": 4.0}, {"trigger": 64 << 10}, {"trigger": 4 << 20},
)


def _live() -> list[Point]:
    """What a collection costs, against what lives: kinds and sizes of cells apart."""
    kinds = [("object", 2), ("object", 8), ("object", 32), ("array", 8), ("closure", 8), ("cycle", 8)]
    return [
        Point("live", payload, size, "exponential", live, count=max(100_000, 3 * live))
        for (payload, size), live in itertools.product(kinds, LIVE)
    ]


def _policy() -> list[Point]:
    """Throughput against the size of the heap: how much may be allocated between two collections."""
    policies: list[dict[str, float]] = [{"growth": growth} for growth in GROWTHS]
    policies += [{"trigger": trigger} for trigger in TRIGGERS]
    policies += [{"growth": growth, "trigger": 64 << 10} for growth in GROWTHS]
    return [
        Point("policy", survival=survival, live=20_000, count=300_000, policy=policy)
        for survival in ("exponential", "generational") for policy in policies
    ]


def _limit() -> list[Point]:
    """The same under a memory limit, down to where it is too tight."""
    return [
        Point("limit", live=100_000, count=400_000, max_memory=limit << 20, policy={"share": share, "growth": 4.0})
        for limit in (8, 9, 10, 12, 16, 24, 48, 96) for share in (0.1, 0.33)
    ]


def _cross() -> list[Point]:
    """Payload, size and survival, crossed with policies."""
    return [
        Point("cross", payload, size, survival, count=40_000 if survival == "all" else 120_000, live=40_000
              if survival == "all" else 4000, policy=policy)
        for payload, size, survival, policy in itertools.product(PAYLOADS, (2, 16), SURVIVALS, CROSSED)
    ]


def _rate() -> list[Point]:
    """The rate of allocation: work between two of them."""
    return [
        Point("rate", payload, work=work, count=60_000)
        for payload, work in itertools.product(("object", "array", "closure"), (0, 1, 3, 10, 30, 100))
    ]


def _dense() -> list[Point]:
    """Packing: how much garbage may stay between what was packed before."""
    return [
        Point("dense", survival=survival, live=20_000, count=200_000, size=8, policy={"dense": dense})
        for survival, dense in itertools.product(("exponential", "generational"), (0.0, 0.5, 0.75, 0.9, 1.01))
    ]


def _ages() -> list[Point]:
    """Who survives: many collections close together."""
    often = {"trigger": 128 << 10, "growth": 0.0}
    return [
        Point("ages", size=2, survival=survival, live=40_000 if survival == "all" else 4000, policy=often,
              count=40_000 if survival == "all" else 200_000)
        for survival in SURVIVALS
    ]


SWEEPS = {"live": _live, "policy": _policy, "limit": _limit, "cross": _cross, "rate": _rate, "dense": _dense,
          "ages": _ages}


def points(names: list[str], kernel: str, scale: float, repeats: int = 3, rounds: int = 1) -> list[Point]:
    """The points of some sweeps, with the numbers of cells scaled, round after round."""
    found = [point for name in names for point in SWEEPS[name]()]
    return [
        dataclasses.replace(
            point, kernel=kernel, repeats=repeats, count=max(1000, int(point.count * scale)),
            live=int(point.live * scale), round=number)
        for number in range(rounds) for point in found
    ]
