"""The profile as tables in the terminal."""
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tsrun.tools.places import LINE_END
from tsrun.tools.profile import short_file
from tsrun.tools.text import fitted, printable

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.profile import Profile, Row

MOST_PLACE, MOST_NAME, BEFORE_SOURCE = 40, 36, 80
WIDTH = 120
"""Where standard error is no terminal."""
FEW = 50
"""Samples that tell little."""
LEAST = {True: 50, False: 10}
"""Least intervals, by time and by fuel."""


class _Console(Console):
    """One that leaves it to the command line what becomes of a reader that went away."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console() -> Console:
    """Standard error."""
    return _Console(stderr=True, width=None if sys.stderr.isatty() else WIDTH, soft_wrap=False, highlight=False)


def heading(profile: Profile) -> str:
    """How much there is of what."""
    samples = f"{profile.recording.samples:,} samples"
    if profile.by_time:
        return f"{profile.amount(profile.total)} ms of processor time, {samples}"
    return f"{profile.amount(profile.total)} units of fuel (loop rounds and calls), {samples}"


def shortened(place: str) -> str:
    """A place whose end, with file and line, is seen."""
    return place if len(place) <= MOST_PLACE else "\u2026" + place[1 - MOST_PLACE :]


def _table(title: str, last: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="dim")
    for name in ("self", "%", "total", "%"):
        table.add_column(name, justify="right", no_wrap=True, min_width=5 if name == "%" else 8)
    for name in last:
        table.add_column(name, no_wrap=True, overflow="ellipsis", min_width=24 if name == "where" else None)
    return table


def _numbers(profile: Profile, row: Row) -> tuple[str, str, str, str]:
    return (profile.amount(row.own), f"{100 * profile.share(row.own):.1f}", profile.amount(row.total),
            f"{100 * profile.share(row.total):.1f}")


def _rest(profile: Profile, table: Table, rows: list[Row]) -> None:
    """What the rows that are not shown come to."""
    own = sum(row.own for row in rows)
    if own:
        table.add_row(profile.amount(own), f"{100 * profile.share(own):.1f}", "", "",
                      Text(f"in {len(rows)} more", style="dim"))


def functions(profile: Profile, top: int) -> Table:
    """The table by function."""
    table = _table(f"By function ({profile.unit})", ("function", "where"))
    rows = profile.by_function()
    for row in rows[:top]:
        place = f"{short_file(row.file)}:{row.line}" if row.line and not row.file.startswith("[") else row.file
        table.add_row(*_numbers(profile, row), Text(fitted(row.name, MOST_NAME)), Text(shortened(place)))
    _rest(profile, table, rows[top:])
    return table


def lines(profile: Profile, realm: Realm, top: int, width: int) -> Table:
    """The table by line of the script."""
    table = _table(f"By line, with what library, collector and host did for it ({profile.unit})", ("where", "source"))
    rows = profile.by_line()
    for row in rows[:top]:
        where = f"{short_file(row.file)}:{row.line}" if row.line else row.name
        text = source_line(realm, row.file, row.line)
        table.add_row(*_numbers(profile, row), Text(shortened(where)), Text(text[: max(20, width - BEFORE_SOURCE)]))
    _rest(profile, table, rows[top:])
    return table


def source_line(realm: Realm, file: str, line: int) -> str:
    """The text of a line, without its indentation."""
    text = realm.sources.get(file)
    if text is None or line < 1:
        return ""
    every = LINE_END.split(text.decode("utf-8", "replace"))
    return printable(every[line - 1].strip()) if line <= len(every) else ""


def print_profile(profile: Profile, realm: Realm, script: str, top: int) -> None:
    """Everything, to standard error."""
    out = console()
    out.print(Text(f"\n{short_file(script)}: {heading(profile)}", style="bold"))
    if not profile.total:
        out.print("The run was too short for a sample; try a smaller --interval.")
    elif top:
        out.print()
        out.print(functions(profile, top))
        out.print()
        out.print(lines(profile, realm, top, out.width))
    if profile.total and profile.recording.samples < FEW:
        least = profile.recording.interval * (1e6 if profile.by_time else 1) / 20
        out.print(Text(f"(few samples: --interval {max(LEAST[profile.by_time], round(least))} takes more)"))
    if profile.recording.lost:
        out.print(f"({profile.recording.lost:,} samples found no room and are missing)")
