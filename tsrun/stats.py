"""Where the time of a run went, and what the heap saw of it: `--stats`.

Times are the differences between calls of `phase`, each of which closes what lies behind it. The counters come from the
VM's state; those of instructions and cache hits are kept by the checked and the profiling kernel alone, and are None
(null in JSON) with others.
"""
from __future__ import annotations

from time import perf_counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tsrun.realm import Realm

PHASES = ("kernel", "realm", "read", "lex", "parse", "compile", "load", "run", "wait", "collect")


MOST_OPCODES = 8
COUNTING = ("profiling", "dev")
"""Kernels that count instructions by opcode."""
NOT_COUNTED = "(counted by --kernel profiling)"


class Stats:
    """Seconds by phase."""

    __slots__ = ("last", "times")

    def __init__(self) -> None:
        self.times: dict[str, float] = {}
        self.last = perf_counter()

    now = staticmethod(perf_counter)

    def phase(self, name: str) -> None:
        """What happened since the last call was this."""
        now = perf_counter()
        self.times[name] = self.times.get(name, 0.0) + now - self.last
        self.last = now

    def moved(self, to: str, of: str, since: float) -> None:
        """What happened since then belongs to `to`, although `of` will be named for it."""
        took = perf_counter() - since
        self.times[to] = self.times.get(to, 0.0) + took
        self.times[of] = self.times.get(of, 0.0) - took


def gathered(realm: Realm) -> dict[str, Any]:
    """All figures of a run by name."""
    import resource

    from tsrun.heap.layout import STATE

    state = realm.engine.state
    realm.stats.phase("run")

    def word(name: str) -> int:
        return int(state[STATE[name]])

    collections, collect_ns = word("collections"), word("collect_ns")
    realm.engine.collect()  # so that "live" is what the script still holds, and counts are up to date

    times = {name: realm.stats.times.get(name, 0.0) * 1e3 for name in PHASES}
    times["collect"] = collect_ns / 1e6
    times["run"] = max(0.0, times["run"] - times["collect"])
    usage = resource.getrusage(resource.RUSAGE_SELF)
    counts = realm.engine.memory.view("opcode_count").tolist()
    opcodes = {name: count for (name, _), count in zip(realm.kernel.opcodes, counts, strict=False) if count}
    asked = sum(count for (_, cached), count in zip(realm.kernel.opcodes, counts, strict=False) if cached)
    misses = word("ic_misses")
    counted = realm.kernel.profile in COUNTING
    return {
        "time_ms": {name: round(time, 3) for name, time in times.items()},
        "instructions": sum(counts) if counted else None,
        "cells": {"allocated": word("allocated_cells"), "live": word("live_cells"), "peak": word("peak_cells")},
        "bytes": {
            "allocated": 32 * word("allocated_cells") + 8 * (word("allocated_slots") + word("allocated_bytes")),
            "live": 32 * word("live_cells") + 8 * (word("live_slots") + word("live_bytes")),
            "peak": word("peak_total"),
        },
        "collections": collections,
        "cache": {"hits": max(0, asked - misses) if counted else None, "misses": misses},
        "peak_rss": usage.ru_maxrss << 10,
        "minor_faults": usage.ru_minflt,
        "opcodes": dict(sorted(opcodes.items(), key=lambda each: -each[1])) if counted else None,
    }


def report(realm: Realm, *, as_json: bool) -> str:
    """The figures as text, or as one line of JSON."""
    figures = gathered(realm)
    if as_json:
        import json

        return json.dumps(figures)
    cells, sizes = figures["cells"], figures["bytes"]
    cache = figures["cache"]
    times = "  ".join(f"{name} {time:.1f}" for name, time in figures["time_ms"].items())
    instructions, rate = NOT_COUNTED, f", hits {NOT_COUNTED}"
    if figures["instructions"] is not None:
        instructions = f"{figures['instructions']:,}"
        rate = f", {cache['hits'] / max(1, cache['hits'] + cache['misses']):.1%} hits"
    lines = [
        ("time (ms)", times),
        ("instructions", instructions),
        ("cells", f"{cells['allocated']:,} allocated, {cells['live']:,} live, {cells['peak']:,} at peak"),
        ("bytes", f"{sizes['allocated']:,} allocated, {sizes['live']:,} live, {sizes['peak']:,} at peak"),
        ("collections", f"{figures['collections']:,} in {figures['time_ms']['collect']:.1f} ms"),
        ("inline caches", f"{cache['misses']:,} misses{rate}"),
        ("peak RSS", f"{figures['peak_rss'] / 2**20:.1f} MB"),
        ("minor page faults", f"{figures['minor_faults']:,}"),
    ]
    if figures["opcodes"]:
        most = list(figures["opcodes"].items())[:MOST_OPCODES]
        lines.append(("opcodes", ", ".join(f"{name} {count:,}" for name, count in most)))
    return "\n".join(f"{name + ':':<19}{text}" for name, text in lines)
