"""The collector's policy: when it collects, and what it leaves where it is. Its values are words of the state.

A budget says how much may be allocated until the next collection: `growth` percent of what lives, but at least the
budget of the trigger, and at most `share` percent of what the memory limit leaves. What was packed by an earlier
collection is left alone while at least `dense` percent of it live.

The kernel reads the words, Python writes them (`apply`); a warm run imports this module, so it imports nothing itself.
"""
from __future__ import annotations

from tsrun.heap.layout import S_GC_BYTES, S_GC_CELLS, S_GC_DENSE, S_GC_GROWTH, S_GC_SHARE, S_GC_SLOTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_CELLS, LEAST_SLOTS, LEAST_BYTES = 16384, 57344, 16384
"""Budgets of the trigger: cells, and words of both kinds of payload. Together they keep the peak of a churning script
near its live size."""
TRIGGER = 32 * LEAST_CELLS + 8 * (LEAST_SLOTS + LEAST_BYTES)
"""The same in bytes."""
DEFAULTS = {"trigger": float(TRIGGER), "growth": 1.0, "share": 0.33, "dense": 0.75}
RANGES = {"trigger": (16 << 10, 1 << 40), "growth": (0.0, 100.0), "share": (0.01, 1.0), "dense": (0.0, 1.01)}
"""Least and greatest values. With `dense` above 1 everything is slid at each collection, with 0 nothing that was."""


def checked(policy: Mapping[str, float]) -> dict[str, float]:
    """A policy with what it leaves out. Raises ValueError for names and values that there are not."""
    for name, value in policy.items():
        if name not in RANGES:
            raise ValueError(f"the collector has no {name!r}; it has {', '.join(RANGES)}")
        least, most = RANGES[name]
        if not least <= value <= most:
            raise ValueError(f"{name} must be from {least:g} to {most:g}, not {value:g}")
    return {**DEFAULTS, **policy}


def apply(state: memoryview[int], policy: Mapping[str, float] | None = None) -> None:
    """Write a policy into the state."""
    words = checked(policy or {})
    factor = words["trigger"] / TRIGGER
    state[S_GC_CELLS] = int(LEAST_CELLS * factor)
    state[S_GC_SLOTS] = int(LEAST_SLOTS * factor)
    state[S_GC_BYTES] = int(LEAST_BYTES * factor)
    state[S_GC_GROWTH] = int(100 * words["growth"])
    state[S_GC_SHARE] = int(100 * words["share"])
    state[S_GC_DENSE] = int(100 * words["dense"])
