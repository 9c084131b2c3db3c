"""The cell space as a picture: a frame per collection, a dot per cell (or per few), coloured by kind and age."""
from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.heap.layout import KIND_NAMES
from tsrun.tools.heap.recording import heap_after, heap_before
from tsrun.tools.heap.chart import size_text
from tsrun.tools.heap.figures import figures
from tsrun.tools.heap.pictures import INK, OTHER, colors_of, new_figure, save

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.recording import Frame, Recording

COLUMNS = 4
"""Frames in a row at most; the rows are about equally long."""
OLD = 8
"""Collections after which a cell has its kind's full colour."""
FREE, JUST_FREED, BEYOND = (1.0, 1.0, 1.0), (0.9, 0.9, 0.9), (0.72, 0.72, 0.72)
ENLARGED = 4
DARK = "#444444"
"""For kinds that have no colour of their own."""


def cell_map(recording: Recording, path: str, name: str) -> None:
    """Write the picture."""
    frames = recording.frames
    cells = max(frame.cells for frame in frames)
    width = max(16, int(math.sqrt(cells / max(frame.step for frame in frames) / 2.0)))
    rows = -(-len(frames) // COLUMNS)
    in_row = -(-len(frames) // rows)
    figure = new_figure(max(7.0, 2.6 * in_row + 0.6), 1.2 + 3.9 * rows)
    grid = figure.subplots(rows, in_row, squeeze=False)
    colors = colors_of(figures(recording).kind_bytes.max(0))
    step = max(frame.step for frame in frames)
    height = -(-cells // (step * width))
    for i, axes in enumerate(grid.flat):
        if i >= len(frames):
            axes.axis("off")
            continue
        _draw(axes, frames[i], _picture(frames[i], colors, width, height, step))
        if i % in_row == 0:
            axes.set_ylabel(f"cells, {width * step:,} a row")
    figure.suptitle(f"{name}: cells after a collection (a dot is {'a cell' if step == 1 else f'{step} cells'})",
                    parse_math=False)
    _legend(figure, frames, colors)
    save(figure, path)


def _draw(axes: Any, frame: Frame, picture: Ints) -> None:
    # Enlarged first and then made to fit by averages: dots of unequal width would make stripes that mean nothing.
    picture = picture.repeat(ENLARGED, 0).repeat(ENLARGED, 1)
    axes.imshow(picture, aspect="auto", interpolation="hanning", interpolation_stage="rgba")
    used = float((frame.used * frame.step).sum())
    before, after = heap_before(frame.row), heap_after(frame.row)
    axes.set_title("at exit" if frame.last else f"collection {frame.number}", fontsize=11, loc="center")
    axes.set_xlabel(f"{size_text(int(before))}\n→ {size_text(int(after))}\n{used / max(frame.cells, 1):.0%} in use",
                    fontsize=10)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(INK)


def _picture(frame: Frame, colors: dict[int, str], width: int, height: int, step: int) -> Ints:
    """Red, green and blue of each dot. Beyond the last cell there is nothing, which is grey."""
    from matplotlib.colors import to_rgb

    palette = np.array([to_rgb(colors.get(kind, DARK)) if kind else FREE for kind in range(len(KIND_NAMES))])
    group = step // frame.step
    kind, used, died, age = (_grouped(each, group) for each in (frame.kind, frame.used, frame.died, frame.age))
    # The young are pale, the old have the full colour.
    strength = 0.35 + 0.65 * np.minimum(age, OLD) / OLD
    strength = np.where(kind > 0, strength * (0.4 + 0.6 * used), 0.0)[:, None]
    ground = np.where(died[:, None] > 0.5, np.array(JUST_FREED), np.array(FREE))
    colors = strength * palette[np.minimum(kind, len(KIND_NAMES) - 1).astype(int)] + (1 - strength) * ground
    picture = np.tile(BEYOND, (height * width, 1))
    picture[: len(colors)] = colors
    return picture.reshape(height, width, 3)


def _grouped(values: Ints, group: int) -> Ints:
    """One of every `group` values, now this, now that one; the largest where that one is 0."""
    if group <= 1:
        return values
    padded = np.zeros(-(-len(values) // group) * group, values.dtype)
    padded[: len(values)] = values
    grid = padded.reshape(-1, group)
    rows = np.arange(len(grid))
    picked = grid[rows, (rows * 40503 >> 4) % group]
    result: Ints = np.where(picked > 0, picked, grid.max(1))
    return result


def _legend(figure: Any, frames: list[Frame], colors: dict[int, str]) -> None:
    from matplotlib.patches import Patch

    seen = np.unique(np.concatenate([frame.kind for frame in frames])).tolist()
    handles = [Patch(facecolor=color, label=KIND_NAMES[kind]) for kind, color in colors.items() if kind in seen]
    if set(seen) - {0, *colors}:
        handles.append(Patch(facecolor=DARK, label=OTHER))
    handles += [Patch(facecolor=JUST_FREED, edgecolor=INK, linewidth=0.3, label="freed just now"),
                Patch(facecolor=FREE, edgecolor=INK, linewidth=0.3, label="free"),
                Patch(facecolor=BEYOND, label="above the last cell")]
    figure.legend(handles=handles, loc="outside lower center", ncols=5, frameon=False,
                  title=f"kind; pale: new, full: survived {OLD} or more collections")
