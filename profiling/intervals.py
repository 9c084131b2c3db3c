"""Medians, and how far they can be trusted: bootstrap intervals, without numpy."""

from __future__ import annotations

import random
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RESAMPLES = 2000
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and the bounds between which the truth lies with a given confidence."""

    value: float
    low: float
    high: float

    def excludes(self, value: float) -> bool:
        return value < self.low or value > self.high

    def __format__(self, form: str) -> str:
        return f"{self.value:{form}} [{self.low:{form}}, {self.high:{form}}]"


def bootstrap(
    rounds: Sequence[Sequence[float]], statistic: Callable[[list[Sequence[float]]], float], *,
    confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = 1,
) -> Interval:
    """The interval of a statistic of rounds, each of which is a row of times that were measured side by side.

    Whole rounds are drawn, so that what disturbed all of a round stays together. Percentiles of the resamples.
    """  # fmt: skip
    choose = random.Random(seed)  # noqa: S311 nothing here is secret
    count = len(rounds)
    drawn = sorted(statistic(choose.choices(rounds, k=count)) for _ in range(resamples))
    edge = (1 - confidence) / 2
    low, high = drawn[int(edge * (resamples - 1))], drawn[-1 - int(edge * (resamples - 1))]
    return Interval(statistic(list(rounds)), low, high)


def column_medians(rounds: Sequence[Sequence[float]]) -> list[float]:
    return [median(times) for times in zip(*rounds, strict=True)]


def ratio_of_medians(rounds: Sequence[Sequence[float]]) -> float:
    """The second column's median over the first's."""
    first, second = column_medians(rounds)
    return second / first


def difference_of_medians(rounds: Sequence[Sequence[float]]) -> float:
    """The second column's median less the first's."""
    first, second = column_medians(rounds)
    return second - first


def verdict(ratio: Interval) -> str:
    """What can be said about B against A, and nothing more."""
    if not ratio.excludes(1):
        return "no difference shown"
    return f"B is {ratio.value:.2f} times as slow" if ratio.value > 1 else f"B is {1 / ratio.value:.2f} times as fast"
