"""What was counted, as text in the terminal."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from tsrun.heap.counters import CACHE_OTHER
from tsrun.tools.findings import findings, where
from tsrun.tools.opcodes import CACHE_KINDS, EVENTS, UNITS
from tsrun.tools.tables import console, shortened

if TYPE_CHECKING:
    from rich.console import Console

    from tsrun.tools.opcodes import Counts

KINDS = range(CACHE_OTHER, CACHE_OTHER + len(CACHE_KINDS))


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a title that may be wider."""

    title: str
    table: Table


def table(numbers: tuple[str, ...], texts: tuple[str, ...]) -> Table:
    """An empty table with columns of numbers and of text."""
    made = Table(box=None, pad_edge=False, header_style="dim")
    for name in numbers:
        made.add_column(name, justify="right", no_wrap=True)
    for name in texts:
        made.add_column(name, no_wrap=True, overflow="ellipsis")
    return made


def _opcodes(counts: Counts, top: int) -> Section:
    rows, whole = counts.opcodes, max(counts.instructions, 1)
    spent = max(counts.instruction_ns, 1)
    title = (f"Instructions: {whole:,}, about {spent / 1e6:,.1f} ms on the {counts.profile} kernel (one in 64 was "
             "timed)")
    made = table(("count", "%", "ns each", "ms", "% of time"), ("instruction",))
    for row in rows[:top]:
        made.add_row(f"{row.count:,}", f"{100 * row.count / whole:.1f}", f"{row.nanoseconds:,.1f}",
                     f"{row.total / 1e6:,.2f}", f"{100 * row.total / spent:.1f}", row.name)
    if len(rows) > top:
        rest = sum(row.count for row in rows[top:])
        took = sum(row.total for row in rows[top:])
        made.add_row(f"{rest:,}", f"{100 * rest / whole:.1f}", "", f"{took / 1e6:,.2f}", f"{100 * took / spent:.1f}",
                     Text(f"{len(rows) - top} others", style="dim"))
    return Section(title, made)


def _phases(counts: Counts) -> Section:
    number, spent = counts.collections
    made = table(("ms", "%"), ("phase",))
    for name, took in counts.phases:
        if took:
            made.add_row(f"{took / 1e6:,.2f}", f"{100 * took / max(spent, 1):.1f}", name)
    return Section(f"Collector: {number:,} collections, {spent / 1e6:,.2f} ms", made)


def _caches(counts: Counts, top: int) -> Section:
    sites = counts.sites
    asked, misses = sum(site.asked for site in sites), sum(site.misses for site in sites)
    other = sum(site.kinds.get(CACHE_OTHER, 0) for site in sites)
    share = f"{(asked - misses) / asked:.2%}" if asked else "none"
    title = (f"Inline caches: {asked:,} accesses by name, hits {share} ({other:,} of them not in the first entry), "
             f"{misses:,} misses")
    shown = [site for site in sites if site.kinds][:top]
    used = [kind for kind in KINDS if any(site.kinds.get(kind) for site in shown)]
    made = table(("accesses", *(CACHE_KINDS[kind - CACHE_OTHER] for kind in used)), ("name", "where"))
    for site in shown:
        made.add_row(f"{site.asked:,}", *(f"{site.kinds.get(kind, 0):,}" for kind in used), Text(f".{site.key}"),
                     Text(shortened(where(site.place))))
    return Section(title, made)


def _events(counts: Counts, top: int) -> list[Section]:
    tables = []
    for what, name in EVENTS.items():
        rows = counts.events(what)
        if not rows:
            continue
        count, amount, unit = sum(row.count for row in rows), sum(row.amount for row in rows), UNITS[what]
        title = f"{name.capitalize()}: {count:,}" + (f", {amount:,} {unit}" if unit else "")
        made = table(("number", unit) if unit else ("number",), ("where",))
        for row in rows[: max(1, top // 3)]:
            amounts = (f"{row.amount:,}",) if unit else ()
            made.add_row(f"{row.count:,}", *amounts, Text(shortened(where(row.place))))
        tables.append(Section(title, made))
    return tables


def _allocation(counts: Counts, top: int) -> Section:
    rows = counts.made
    whole = max(1, sum(row.bytes for row in rows))
    cells = sum(row.cells for row in rows)
    made = table(("cells", "bytes", "%", "each call"), ("kind", "where"))
    for row in rows[:top]:
        each = f"{row.cells / row.calls:,.1f}" if row.calls and row.cells else ""
        made.add_row(f"{row.cells:,}", f"{row.bytes:,}", f"{100 * row.bytes / whole:.1f}", each, row.kind,
                     Text(shortened(where(row.place))))
    return Section(f"Allocation: {cells:,} cells, {whole:,} bytes", made)


def print_counts(counts: Counts, top: int) -> None:
    """Everything, to standard error."""
    out: Console = console()
    out.print()
    for each in (_opcodes(counts, top), _phases(counts), _caches(counts, top), *_events(counts, top),
                 _allocation(counts, top)):
        if each.table.row_count:
            out.print(Text(each.title, style="bold"))
            out.print(each.table)
            out.print()
    found = findings(counts)
    out.print(Text("What to look at" if found else "Nothing stands out.", style="bold"))
    for line in found:
        out.print(Text(f"- {line}"), soft_wrap=True)
    if counts.notes.lost:
        out.print(f"({counts.notes.lost:,} events found no room in the table of places and are missing)")
