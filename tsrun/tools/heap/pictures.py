"""What the pictures have in common: matplotlib without a screen, colours that colour-blind readers can tell apart."""
from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.errors import TsrunError
from tsrun.heap.layout import KIND_NAMES

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints

ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE, GREY = (
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999",
)
"""The palette of Okabe and Ito; grey for what is not told apart."""
KIND_COLORS = {
    "object": BLUE, "array": ORANGE, "string": SKY, "function": GREEN, "environment": PURPLE, "table": VERMILLION,
    "map": YELLOW,
}
"""The colours of the usual kinds; where there is more of others, those have what is left over."""
LAYERS = 6
"""Kinds that are told apart in a picture."""
OTHER = "other kinds"
INK, FAINT = "#222222", "#BBBBBB"


def colors_of(sizes: Ints) -> dict[int, str]:
    """The colours of the largest kinds, in that order; `sizes` is what each came to at most."""
    order = [int(kind) for kind in np.argsort(-sizes[: len(KIND_NAMES)], kind="stable") if kind and sizes[kind] > 0]
    own = order[:LAYERS]
    usual = {kind: KIND_COLORS[KIND_NAMES[kind]] for kind in own if KIND_NAMES[kind] in KIND_COLORS}
    left = iter(color for color in KIND_COLORS.values() if color not in usual.values())
    return {kind: usual.get(kind) or next(left) for kind in own}


def new_figure(width: float, height: float) -> Any:
    """An empty figure. Raises TsrunError where matplotlib is missing."""
    try:
        from matplotlib import rcParams
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise TsrunError("pictures want matplotlib: pip install 'tsrun[plot]'") from None
    rcParams.update({
        "font.size": 12, "axes.titlesize": 13, "axes.spines.top": False, "axes.spines.right": False,
        "axes.edgecolor": INK, "svg.fonttype": "none", "hatch.linewidth": 0.5, "axes.titlelocation": "left",
    })
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save(figure: Any, path: str) -> None:
    """Write a figure in the format that the name says."""
    # Metadata without a date, so that the same run makes the same file.
    stamp = {"png": {"Software": None}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}
    kind = path.rpartition(".")[2]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # of a script's name: a box stands for it
        figure.savefig(path, dpi=110, metadata=stamp.get(kind))


def size_scale(most: float) -> tuple[float, str]:
    """The unit in which sizes up to this one read well."""
    for factor, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if most >= factor:
            return factor, unit
    return 1.0, "bytes"
