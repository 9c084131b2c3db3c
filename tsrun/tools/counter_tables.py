"""The processor's counters, or what stands for them, as text in the terminal."""
from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from tsrun.tools.tables import console

if TYPE_CHECKING:
    from tsrun.tools.hardware import Counters
    from tsrun.tools.opcodes import Counts

RATIOS = (
    ("instructions", "cycles", "instructions a cycle"), ("branch misses", "branches", "of branches missed"),
    ("cache misses", "cache references", "of cache references missed"),
)
MOST_PER_CYCLE = 100


def _table() -> Table:
    made = Table(box=None, pad_edge=False, show_header=False)
    made.add_column(justify="right")
    made.add_column()
    made.add_column(style="dim")
    return made


def print_hardware(counters: Counters) -> None:
    """What the processor counted while the script ran."""
    values = {count.name: count.value for count in counters.counts}
    made = _table()
    for count in counters.counts:
        note = "" if count.share > 0.99 else f"counted in {count.share:.0%} of the time"
        made.add_row(f"{count.value:,}", count.name, note)
    for part, whole, name in RATIOS:
        if values.get(whole):
            ratio = values.get(part, 0) / values[whole]
            made.add_row(f"{ratio:.2f}" if part == "instructions" else f"{ratio:.2%}", name, "")
    for name, reason in counters.missing.items():
        made.add_row("-", name, reason)
    out = console()
    out.print(Text("\nThe processor's counters, outside the system", style="bold"))
    out.print(made)


def print_instead(missing: dict[str, str], counts: Counts) -> None:
    """What the VM counted, where the machine does not count."""
    reasons = ", ".join(sorted(set(missing.values())))
    collections, spent = counts.collections
    sites = counts.sites
    made = _table()
    made.add_row(f"{counts.instructions:,}", "instructions of the VM", "")
    made.add_row(f"{sum(site.asked for site in sites):,}", "accesses by name", "")
    made.add_row(f"{sum(site.misses for site in sites):,}", "misses of inline caches", "")
    made.add_row(f"{sum(row.cells for row in counts.made):,}", "cells allocated", "")
    made.add_row(f"{sum(row.bytes for row in counts.made):,}", "bytes allocated", "")
    made.add_row(f"{collections:,}", "collections", f"{spent / 1e6:,.1f} ms")
    out = console()
    text = f"\nThis machine gives no counters of the processor ({reasons}). The VM's own, the same in every run:"
    out.print(Text(text, style="bold"))
    out.print(made)
