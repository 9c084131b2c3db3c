"""The HTML report of a run of the benchmarks: one file that needs nothing else."""

from __future__ import annotations

import base64
import html
import io
import os
import platform
from statistics import geometric_mean, median
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure

from profiling.baselines import Case, Run, seconds, slowness

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable

    from matplotlib.axes import Axes

BLUE, ORANGE, GREEN, PURPLE, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#999999"
"""Colours of Okabe and Ito's palette, which colour-blind readers can tell apart; lines differ in their markers, too."""
MARKERS = ((BLUE, "o"), (ORANGE, "s"), (GREEN, "^"), (PURPLE, "D"))
WIDTH = 9.0
MOST_TICKS = 40
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h2 { margin-top: 3rem; border-bottom: 1px solid #ccc; } img { width: 100%; height: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; font-size: 0.9rem; }
th, td { text-align: right; padding: 0.15rem 0.6rem; border-bottom: 1px solid #eee; }
th:first-child, td:first-child { text-align: left; }
"""


def _image(figure: Figure, text: str) -> str:
    out = io.BytesIO()
    figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    data = base64.b64encode(out.getvalue()).decode()
    return f'<img alt="{html.escape(text)}" src="data:image/svg+xml;base64,{data}">'


def _figure(height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(WIDTH, height))
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    return figure, axes


def _time_axis(axes: Axes, medians: Iterable[float]) -> float:
    """Label the x axis in the unit that suits these times; what seconds are multiplied by."""
    values = list(medians)
    units = ((1.0, "s"), (1e3, "ms"), (1e6, "µs"), (1e9, "ns"))
    factor, unit = next((each for each in units if max(values) * each[0] >= 1), units[-1])
    if max(values) > 20 * min(values):
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(mpl.ticker.FuncFormatter(lambda x, _: f"{x:g}"))
    axes.set_xlabel(f"CPU time of a round ({unit})")
    return factor


def distribution(group: str, cases: list[Case]) -> Figure:
    """A box a case: quartiles, 5th and 95th percentile, and the rounds themselves as dots."""
    figure, axes = _figure(0.9 + 0.34 * len(cases))
    factor = _time_axis(axes, [case.median for case in cases])
    rows = [[time * factor for time in case.times] for case in reversed(cases)]
    for i, times in enumerate(rows, 1):
        shown = sorted(times)[:: max(1, len(times) // MOST_TICKS)]
        axes.plot(shown, [i] * len(shown), "|", color=GREY, alpha=0.5, markersize=9, zorder=1)
    boxes = axes.boxplot(rows, orientation="horizontal", whis=(5, 95), showfliers=False, widths=0.55, patch_artist=True)
    for patch in boxes["boxes"]:
        patch.set(facecolor="#cfe3f1", edgecolor=BLUE)
    for line in boxes["medians"]:
        line.set(color=ORANGE, linewidth=2.5)
    if axes.get_xscale() == "linear":
        axes.set_xlim(left=0)
    axes.set_xlim(right=1.08 * max(sorted(times)[int(0.97 * (len(times) - 1))] for times in rows))
    axes.set_yticks(range(1, len(cases) + 1), [case.name.split(": ", 1)[-1] for case in reversed(cases)])
    axes.grid(axis="x", color="#e5e5e5")
    axes.set_title(f"{group}: distribution of the rounds", loc="left", fontsize=11)
    return figure


def history(group: str, runs: list[Run]) -> Figure | None:
    """Medians relative to the oldest baseline, the machine's own speed divided out; the geometric mean in bold."""
    first = runs[0]
    names = [name for name, case in runs[-1].cases.items() if case.group == group and name in first.cases]
    if not names:
        return None
    figure, axes = _figure(3.2)
    ends = []
    for name in names:
        line = [
            (x, run.cases[name].median / first.cases[name].median / slowness(first, run))
            for x, run in enumerate(runs) if name in run.cases]  # fmt: skip
        axes.plot(*zip(*line, strict=True), "-o", color=GREY, linewidth=0.9, markersize=2.5, alpha=0.7)
        ends.append((line[-1][1], name.split(": ", 1)[-1]))
    whole = []
    for x, run in enumerate(runs):
        common = [name for name in names if name in run.cases]
        if common:
            ratios = [run.cases[name].median / first.cases[name].median for name in common]
            whole.append((x, geometric_mean(ratios) / slowness(first, run)))
    axes.plot(*zip(*whole, strict=True), "-o", color=BLUE, linewidth=2.6, label="geometric mean")
    ends.sort()
    for value, name in {ends[0], ends[-1]}:
        axes.annotate(name, (len(runs) - 1, value), xytext=(6, 0), textcoords="offset points", fontsize=9, va="center")
    axes.axhline(1, color="#444", linewidth=0.8)
    axes.set_xticks(range(len(runs)), [f"{run.name}\n{run.when[:10]}" for run in runs], fontsize=9)
    axes.set_ylabel(f"time relative to {first.name}\n(below 1 is faster)")
    axes.grid(axis="y", color="#e5e5e5")
    axes.legend(frameon=False, fontsize=9)
    axes.set_title(f"{group}: history (a grey line a case)", loc="left", fontsize=11)
    return figure


def throughput(run: Run) -> Figure | None:
    """Megabytes a second by size of the source, a line per stage."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for case in run.cases.values():
        if case.group.endswith(("/throughput", "/whole")) and "bytes" in case.extra:
            size = case.extra["bytes"]
            lines.setdefault(case.group, []).append((size / 1000, size / case.median / 1e6))
    if not lines:
        return None
    figure, axes = _figure(3.8)
    for (group, points), (color, marker) in zip(lines.items(), MARKERS, strict=False):
        points.sort()
        axes.plot(*zip(*points, strict=True), marker=marker, color=color, linewidth=2, label=group)
        axes.annotate(f"{points[-1][1]:.3g}", points[-1], xytext=(7, 0), textcoords="offset points", va="center")
    axes.set_xscale("log")
    axes.set_yscale("log")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(mpl.ticker.FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_xlabel("size of the source (kB)")
    axes.set_ylabel("throughput (MB/s)")
    axes.grid(which="major", color="#e5e5e5")
    axes.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.02, 0.5))
    axes.set_title("throughput by size", loc="left", fontsize=11)
    return figure


def _table(cases: list[Case], run: Run, first: Run | None) -> str:
    rows = ["<tr><th>case<th>least<th>median<th>quartiles<th>rounds<th>rate<th>against the oldest baseline</tr>"]
    for case in cases:
        ordered = sorted(case.times)
        quartiles = f"{seconds(ordered[len(ordered) // 4])} .. {seconds(ordered[3 * len(ordered) // 4])}"
        rate = f"{case.extra['bytes'] / case.median / 1e6:.3g} MB/s" if "bytes" in case.extra else ""
        if "operations" in case.extra:
            rate = f"{case.median / case.extra['operations'] * 1e9:.3g} ns each"
        before = first.cases.get(f"{case.group}: {case.name}") if first else None
        ratio = f"{case.median / before.median / slowness(first, run):.2f}" if first and before else ""
        cells = (case.name, seconds(ordered[0]), seconds(case.median), quartiles, len(ordered), rate, ratio)
        rows.append("<tr>" + "".join(f"<td>{html.escape(str(cell))}" for cell in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


def write_report(run: Run, saved: list[Run], path: pathlib.Path) -> None:
    """Write the report of a run, with what was saved before as its history."""
    mpl.rcParams.update({"svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10})
    parts = []
    figure = throughput(run)
    if figure:
        parts.append("<h2>Throughput by size</h2>" + _image(figure, "throughput by size of the source"))
    groups: dict[str, list[Case]] = {}
    for case in run.cases.values():
        groups.setdefault(case.group, []).append(case)
    for group, cases in groups.items():
        parts.append(f"<h2>{html.escape(group)}</h2>" + _image(distribution(group, cases), f"times of {group}"))
        past = history(group, [*saved, run]) if saved else None
        if past:
            parts.append(_image(past, f"history of {group}"))
        parts.append(_table(cases, run, saved[0] if saved else None))
    title = f"tsrun benchmarks, {run.when[:16].replace('T', ' ')}"
    facts = (
        f"commit {html.escape(run.commit[:12] or 'unknown')}, Python {platform.python_version()}, "
        f"{os.cpu_count()} processors, {platform.machine()}. The same Python loop took "
        f"{seconds(median(run.calibration))} in this run; baselines: {len(saved)}. Boxes are quartiles, whiskers the "
        "5th and 95th percentile, ticks the rounds. Ratios to baselines have the machine's own speed divided out."
    )  # fmt: skip
    path.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"<h1>{title}</h1><p>{facts}</p>{''.join(parts)}</html>\n", encoding="utf-8")  # fmt: skip
