"""The occupancy of the heap as a chart of characters."""
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.figures import Figures

WIDTH, HEIGHT = 66, 10
LEVELS = " ▁▂▃▄▅▆▇█"
GARBAGE = "░"


def size_text(count: float) -> str:
    """Bytes in the unit that reads best."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if abs(count) >= factor:
            return f"{count / factor:.2f} {unit}"
    return f"{count:.0f} B"


def chart(columns: Figures, over: str) -> list[str]:
    """Lines of a chart: what lives as blocks, what is there besides (garbage, and what came since) shaded above it."""
    live, whole = _by_column(columns.axis(over), columns.after, columns.before)
    top = float(whole.max()) or 1.0
    lines = []
    for row in range(HEIGHT, 0, -1):
        label = size_text(top * row / HEIGHT) if row in {HEIGHT, HEIGHT // 2} else ""
        text = "".join(_character(live[i] / top * HEIGHT - row + 1, whole[i] / top * HEIGHT - row + 1)
                       for i in range(WIDTH))
        lines.append(f"{label:>10} {'┤' if label else '│'}{text}".rstrip())
    lines.append(f"{'0':>10} └{'─' * WIDTH}")
    return lines


def _character(live: float, whole: float) -> str:
    if live >= 1:
        return LEVELS[8]
    if live > 0 and (live * 8 >= 1 or whole <= 0.5):
        return LEVELS[max(1, int(live * 8))]
    return GARBAGE if whole > 0.5 else " "


def _by_column(at: Ints, after: Ints, before: Ints) -> tuple[Ints, Ints]:
    """For each column of characters, what lived after the last collection in it, and the largest heap."""
    span = float(at[-1] - at[0]) or 1.0
    place = np.minimum((at - at[0]) / span * WIDTH, WIDTH - 1).astype(int)
    live, whole = np.zeros(WIDTH), np.zeros(WIDTH)
    edges = np.searchsorted(place, np.arange(WIDTH + 1))
    for column in range(WIDTH):
        first, last = edges[column], edges[column + 1]
        if last > first:
            live[column], whole[column] = after[last - 1], before[first:last].max()
        else:  # between two collections what is there grows by what is allocated
            x = at[0] + (column + 0.5) / WIDTH * span
            following = min(int(np.searchsorted(at, x)), len(at) - 1)
            earlier = max(following - 1, 0)
            part = (x - at[earlier]) / (float(at[following] - at[earlier]) or 1.0)
            live[column] = after[earlier]
            whole[column] = after[earlier] + part * (before[following] - after[earlier])
    return live, whole
