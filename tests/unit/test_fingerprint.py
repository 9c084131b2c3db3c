"""What the hash of a kernel covers."""

from __future__ import annotations

from tsrun.heap import arena
from tsrun.heap.arena import KERNELS, REGIONS, Region, kernel
from tsrun.vm.build.fingerprint import fingerprint


@kernel
def events(h, at):
    """A kernel function that has the name of the region it reads."""
    return h.events[at]


@kernel
def reads_events(h, at):
    return events(h, at) + h.events[at + 1]


for each in (events, reads_events):
    del KERNELS[each.symbol]


def test_a_region_counts_also_where_a_function_has_its_name(monkeypatch):
    import tsrun.heap.layout  # noqa: F401 (declares the regions)

    before = fingerprint(reads_events, False)
    old = REGIONS["events"]
    moved = Region(old.name, old.dtype, old.unit, old.meaning, old.near, old.same_as, old.number + 1, old.offset)
    monkeypatch.setitem(arena.REGIONS, "events", moved)
    assert fingerprint(reads_events, False) != before
