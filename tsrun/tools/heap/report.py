"""The report in the terminal."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.census import C_START
from tsrun.heap.layout import FIRST_OBJECT_KIND, KIND_NAMES, KINDS
from tsrun.tools.heap.chart import WIDTH, chart, size_text
from tsrun.tools.text import fitted, printable
from tsrun.tools.heap.figures import Share, figures, growth, kind_shares, peak_shares
from tsrun.tools.heap.recording import heap_after, heap_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.figures import Figures
    from tsrun.tools.heap.held import Held
    from tsrun.tools.heap.leaks import Leaks
    from tsrun.tools.heap.recording import Recording, Sites
    from tsrun.tools.notes import Notes
    from tsrun.tools.places import Place, Places

ROWS = 8
GROWS_PART, GROWS_BYTES = 0.02, 64 << 10
"""A heap counts as growing from this part of what is allocated, and from this many bytes."""


def report(recording: Recording, leaks: Leaks | None, held: Sequence[Held], over: str, name: str) -> list[str]:
    """Everything, as lines."""
    columns = figures(recording)
    lines = [f"heap of {name} ({recording.realm.kernel.profile} kernel)", ""]
    lines += chart(columns, over)
    lines += [*_axis(columns, over), ""]
    lines += _summary(recording, columns)
    lines += ["", *_table("live at the peak, by kind", peak_shares(recording))]
    if recording.peak_sites is not None and recording.notes is not None and columns.allocated_cells[-1]:
        shares = site_shares(recording.peak_sites, recording.places)
        lines += ["", *_table("live at the peak, by place of allocation", shares)]
    lines += ["", *_table("allocated, by kind", made_shares(recording, columns))]
    if recording.notes is not None:
        shares = allocation_shares(recording.notes)
        lines += ["", *_table("allocated, by place", shares)] if shares else []
    if held:
        shares = _gathered((each.label, each.cells, each.bytes) for each in held)
        total = int(columns.after[-1])
        lines += ["", *_table("held at exit by one variable alone", shares, total)]
        if leaks is not None:
            together = leaks.script - sum(each.cells for each in held)
            size = leaks.script_bytes - sum(each.bytes for each in held)
            if together > 0:
                lines.append(_row(Share("(several of them, or none, together)", together, size), total))
    if leaks is not None:
        lines += ["", *_leaks(leaks)]
    return lines


def _axis(columns: Figures, over: str) -> list[str]:
    at = columns.axis(over)
    unit = {"time": "ms", "allocated": "MB allocated", "instructions": "million instructions"}[over]
    end = f"{at[-1] - at[0]:.4g} {unit}"
    legend = "█ live  ░ garbage, and what came since the last collection"
    return [f"{'':11}0{end:>{WIDTH}}", f"{'':11} {legend}"]


def _summary(recording: Recording, columns: Figures) -> list[str]:
    peak, live = recording.peak, recording.peak_live

    def when(row: Ints) -> str:
        return f"at {max(0, int(row[C_START]) - recording.began) / 1e6:.1f} ms"

    whole = float(columns.time[-1]) or 1.0
    objects = int(recording.made_cells[FIRST_OBJECT_KIND:].sum())
    empty, limit = size_text(int(heap_after(recording.empty))), size_text(columns.limit)
    allocated = size_text(int(columns.allocated[-1]))
    part = recording.paused / 1e4 / whole
    rows = {
        "peak heap": f"{size_text(int(heap_before(peak)))} {when(peak)} (empty realm: {empty}, limit: {limit})",
        "peak live": f"{size_text(int(heap_after(live)))} {when(live)}",
        "live heap": _verdict(columns),
        "allocated": f"{columns.allocated_cells[-1]:,} cells, {objects:,} of them objects; {allocated}",
        "collections": f"{recording.pauses:,}, {recording.paused / 1e6:.2f} ms in all ({part:.1f} % of the time)",
    }
    if recording.pauses:
        median, high = np.percentile(np.array(recording.took) / 1e3, [50, 99])
        longest = recording.longest / 1e3
        rows["pauses"] = f"median {median:.0f} us, 99th percentile {high:.0f} us, longest {longest:.0f} us"
    if recording.lost:
        rows["not recorded"] = f"{recording.lost:,} collections"
    return [f"{name + ':':<14}{text}" for name, text in rows.items()]


def _verdict(columns: Figures) -> str:
    """Whether what lives grows."""
    gained, part = growth(columns)
    if part >= GROWS_PART and gained >= GROWS_BYTES:
        return f"grows: {part:.1%} of what the second half of the run allocates stays ({size_text(gained)})"
    return "flat: what the second half of the run allocates does not stay"


def made_shares(recording: Recording, columns: Figures) -> list[Share]:
    """What the whole run allocated, by kind; payload that was outgrown before a collection saw it has none."""
    shares = kind_shares(recording.made_cells, recording.made_bytes)
    outgrown = int(columns.allocated[-1]) - sum(share.bytes for share in shares)
    return [*shares, Share("payload that was outgrown", 0, outgrown)] if outgrown > 0 else shares


def _table(title: str, shares: Sequence[Share], total: int = 0, rows: int = ROWS) -> list[str]:
    total = total or sum(share.bytes for share in shares) or 1
    lines = [f"{title + ':':<48}{'cells':>10}{'bytes':>12}{'share':>8}"]
    shown = shares[:rows]
    rest = shares[rows:]
    if rest:
        label = f"{len(rest)} more"
        shown = [*shown, Share(label, sum(each.cells for each in rest), sum(each.bytes for each in rest))]
    lines.extend(_row(each, total) for each in shown)
    return lines


def _row(share: Share, total: int) -> str:
    part = share.bytes / total
    return f"  {fitted(share.name, 45):<46}{share.cells:>10,}{size_text(share.bytes):>12}{part:>8.1%}"


def _leaks(leaks: Leaks) -> list[str]:
    held = f"the library and the code hold {leaks.library:,}, the script's globals {leaks.script:,} more"
    lines = [f"leaked: {len(leaks.leaked):,} cells", f"  of {leaks.live:,} live at exit {held}"]
    if leaks.leaked:
        lines.append("  nothing of the script's reaches: " + ", ".join(leaks.examples))
    return lines


def site_shares(sites: Sites, places: Places) -> list[Share]:
    """By place and kind, the largest first; what the realm brought along in one line."""
    rows = zip(sites.keys.tolist(), sites.counts.tolist(), sites.sizes.tolist(), strict=True)
    return _gathered((_place_name(places.place(key // KINDS - 1), KIND_NAMES[key % KINDS]), count, size)
                     for key, count, size in rows)


def allocation_shares(notes: Notes) -> list[Share]:
    """What the whole run allocated, by place and kind."""
    return _gathered((_place_name(each.place, each.kind), each.cells, each.bytes) for each in notes.allocations())


def _gathered(rows: Iterable[tuple[str, int, int]]) -> list[Share]:
    """Rows of the same name as one, the largest first."""
    found: dict[str, list[int]] = {}
    for name, cells, size in rows:
        entry = found.setdefault(name, [0, 0])
        entry[0] += cells
        entry[1] += size
    return sorted((Share(name, *entry) for name, entry in found.items()), key=lambda share: -share.bytes)


def _place_name(place: Place | None, kind: str) -> str:
    if place is None:
        return "(the library and the code)"
    return f"{kind}  {place.function.name} {_short(place.file)}:{place.line}:{place.column}"


def _short(path: str) -> str:
    return printable(os.path.basename(path))
