"""The picture of a run: what lives by kind, in bytes and in cells, and the pauses of the collections."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.heap.layout import KIND_NAMES
from tsrun.tools.heap.chart import size_text
from tsrun.tools.heap.figures import AXES, figures
from tsrun.tools.heap.pictures import FAINT, GREY, INK, OTHER, VERMILLION, colors_of, new_figure, save, size_scale
from tsrun.tools.text import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.figures import Figures
    from tsrun.tools.heap.held import Held
    from tsrun.tools.heap.recording import Recording

MOST_MARKS = 400
MOST_HOLDERS, LEAST_HELD = 3, 0.03
"""Variables that are named beside the picture, and the least part of the live heap that such a one holds."""
WIDE = 8
"""Pauses have a logarithmic scale if the longest is so many times the median."""
LIMIT_IN_SIGHT = 4
"""The memory limit is drawn to scale if it is at most so many times the peak."""


def plot(recording: Recording, path: str, over: str, name: str, holders: Sequence[Held] = ()) -> None:
    """Write the picture. `holders`: variables and what they alone keep alive, the largest first."""
    columns = figures(recording)
    figure = new_figure(9.6, 8.4)
    whole, cells, pauses = figure.subplots(3, 1, sharex=True, height_ratios=[5, 3, 2])
    at = columns.axis(over)
    own = colors_of(columns.kind_bytes.max(0))
    layers = [*([kind] for kind in own), [kind for kind in range(1, len(KIND_NAMES)) if kind not in own]]
    if not columns.kind_bytes[:, layers[-1]].any():
        layers.pop()
    colors = [*own.values(), GREY]
    factor, unit = size_scale(float(columns.before.max()))
    _stack(whole, at, _sums(layers, colors, columns.kind_bytes / factor))
    _outline(whole, at, columns, factor)
    _limit(whole, columns, factor)
    whole.set_ylabel(f"heap ({unit})")
    whole.set_title(
        f"Heap of {name}: peak {size_text(float(columns.before.max()))}, {recording.pauses:,} collections\n"
        f"allocated: {columns.allocated_cells[-1]:,} cells, {size_text(float(columns.allocated[-1]))}",
        parse_math=False)
    factor, unit = (1e6, "cells (million)") if columns.cells_after.max() >= 1e6 else (1e3, "cells (thousand)")
    _stack(cells, at, _sums(layers, colors, columns.kind_cells / factor))
    cells.set_ylabel(unit)
    cells.set_ylim(bottom=0)
    _pauses(pauses, at, columns)
    pauses.set_xlabel(AXES[over])
    for axes in (whole, cells, pauses):
        axes.grid(axis="y", color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.margins(x=0.01)
    handles, labels = whole.get_legend_handles_labels()
    figure.legend(handles[::-1], labels[::-1], loc="outside right upper", frameon=False)
    _holders(cells, columns, holders)
    save(figure, path)


def _sums(layers: list[list[int]], colors: list[str], table: Ints) -> list[tuple[str, str, Ints]]:
    """Label, colour and values of each layer."""
    labels = [OTHER if color == GREY else KIND_NAMES[kinds[0]] for kinds, color in zip(layers, colors, strict=False)]
    return [(label, color, table[:, kinds].sum(1))
            for kinds, label, color in zip(layers, labels, colors, strict=False)]


def _holders(axes: Any, columns: Figures, holders: Sequence[Held]) -> None:
    """Beside the picture: the variables that keep most of what is alive at the end."""
    live = float(columns.after[-1])
    shown = [each for each in holders[:MOST_HOLDERS] if each.bytes >= LEAST_HELD * live]
    if not shown:
        return
    lines = ["held at exit by", "one variable alone:"]
    for each in shown:
        lines += ["", fitted(each.name, 15), f"  {size_text(each.bytes)}, {each.bytes / live:.0%}"]
    text = axes.text(1.02, 1.0, "\n".join(lines), ha="left", va="top", transform=axes.transAxes, parse_math=False)
    text.set_in_layout(False)  # it fits below the legend


def _stack(axes: Any, at: Ints, layers: list[tuple[str, str, Ints]]) -> None:
    labels, colors, values = zip(*layers, strict=True)
    axes.stackplot(at, *values, labels=labels, colors=colors, edgecolor="white", linewidth=0.4)


def _outline(axes: Any, at: Ints, columns: Figures, factor: float) -> None:
    """The whole heap as a sawtooth: up to what is there before a collection, down to what survives it."""
    x = np.repeat(at, 2)
    y = np.stack([columns.before, columns.after], 1).ravel() / factor
    under = np.repeat(columns.kind_bytes.sum(1), 2) / factor
    axes.fill_between(x, under, y, where=y >= under, facecolor="none", edgecolor=FAINT, hatch="////", linewidth=0.0,
                      label="garbage, new")
    axes.plot(x, y, color=INK, linewidth=0.8, label="whole heap")
    axes.set_ylim(bottom=0)


def _limit(axes: Any, columns: Figures, factor: float) -> None:
    peak = float(columns.before.max())
    text = f"limit {size_text(columns.limit)}"
    if columns.limit <= LIMIT_IN_SIGHT * peak:
        axes.axhline(columns.limit / factor, color=VERMILLION, linestyle="--", linewidth=1.5, label=text)
        axes.set_ylim(0, 1.08 * columns.limit / factor)
        return
    axes.set_ylim(0, 1.15 * peak / factor)
    axes.axhline(1.12 * peak / factor, color=VERMILLION, linestyle=(0, (1, 3)), linewidth=1.5,
                 label=f"{text}\n(far above)")


def _pauses(axes: Any, at: Ints, columns: Figures) -> None:
    """A mark per collection, as high as its pause."""
    rows = np.flatnonzero(columns.room)
    if len(rows) > MOST_MARKS:  # the longest of each stretch
        rows = np.array([part[np.argmax(columns.pause[part])] for part in np.array_split(rows, MOST_MARKS)])
    if len(rows):
        most = float(columns.pause[rows].max())
        factor, unit = (1e3, "ms") if most >= 2000 else (1.0, "µs")
        heights = columns.pause[rows] / factor
        bottom = 0.0
        if most > WIDE * float(np.median(columns.pause[rows])):
            axes.set_yscale("log")
            axes.yaxis.set_major_formatter("{x:g}")
            bottom = float(heights.min()) / 2
        axes.vlines(at[rows], bottom, heights, color=INK, linewidth=1.2)
        axes.plot(at[rows], heights, "o", color=INK, markersize=2.5)
        axes.set_ylabel(f"pause ({unit})")
        axes.set_ylim(bottom=bottom)
    else:
        axes.text(0.5, 0.5, "no collection was needed", ha="center", va="center", transform=axes.transAxes)
        axes.set_ylabel("pause")
        axes.set_yticks([])
