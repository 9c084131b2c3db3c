"""What the pictures have in common: matplotlib without a screen, colours that colour-blind readers can tell apart."""
from __future__ import annotations

from typing import Any

from tsrun.errors import TsrunError
from tsrun.heap.layout import KIND_NAMES

ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE, GREY = (
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999",
)
"""The palette of Okabe and Ito; grey for what is not told apart."""
KIND_COLORS = {
    "object": BLUE, "array": ORANGE, "string": SKY, "function": GREEN, "environment": PURPLE, "table": VERMILLION,
    "map": YELLOW,
}
OTHER = "other kinds"
INK, FAINT = "#222222", "#BBBBBB"


def color_of(kind: int) -> str:
    """The colour of a kind of cell, the same in every picture."""
    return KIND_COLORS.get(KIND_NAMES[kind], GREY)


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
    figure.savefig(path, dpi=110, metadata=stamp.get(kind))


def size_scale(most: float) -> tuple[float, str]:
    """The unit in which sizes up to this one read well."""
    for factor, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if most >= factor:
            return factor, unit
    return 1.0, "bytes"
