"""The pictures. Each function draws one and returns what its caption may quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from profiling.churn import tables
from profiling.churn.points import PAYLOADS, SURVIVALS
from profiling.churn.run import AGES
from tsrun.heap.policy import TRIGGER
from tsrun.tools.heap.pictures import (
    BLUE, FAINT, GREEN, GREY, INK, ORANGE, PURPLE, SKY, VERMILLION, new_figure, save,
)  # fmt: skip

if TYPE_CHECKING:
    import pathlib

    from profiling.churn.run import Result

LINES = (BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY, INK)
MARKS = "os^Dv<P"
DASHES = ("-", "--", "-.", ":", (0, (5, 1)))


def _axes(axes: Any, x: str, y: str, title: str = "") -> None:
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.set_title(title, fontsize=12)
    axes.grid(color=FAINT, linewidth=0.4)
    axes.set_axisbelow(True)


def _plain(axes: Any, *names: str) -> None:
    """Numbers instead of powers of ten on logarithmic scales."""
    for name in names:
        getattr(axes, f"{name}axis").set_major_formatter("{x:g}")


def sawtooth(results: list[Result], path: pathlib.Path) -> None:
    """Occupancy over what is allocated, by survival, for three policies."""
    figure = new_figure(10, 7)
    policies = (("trigger 64K", ORANGE, 1.0, "-"), ("default", SKY, 3.0, "-"), ("growth 4", INK, 1.2, (0, (4, 2))))
    for axes, survival in zip(figure.subplots(2, 2, sharex=False).flat, SURVIVALS, strict=True):
        for policy, color, width, dashes in policies:
            found = tables.chosen(results, "cross", payload="object", size=2, survival=survival, policy_text=policy)
            if not found:
                continue
            events = found[0]["events"]
            cells, slots = events[:, tables.CELLS], events[:, tables.SLOTS]
            at = np.repeat(events[:, tables.ALLOCATED] / 1e3, 2)
            before, after = (32 * (cells >> s & tables.LOW) + 8 * (slots >> s & tables.LOW) for s in (32, 0))
            heap = np.stack([before, after], 1).ravel() / 1e6
            empty = min(result["live_bytes"] for result in results if result["live_bytes"]) / 1e6
            axes.plot([0, *at], [empty, *heap], color=color, linewidth=width, linestyle=dashes, label=policy)
        _axes(axes, "cells allocated (thousand)", "heap (MB)", f"survival: {survival}")
        axes.set_ylim(bottom=0)
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside upper center", ncols=3, frameon=False)
    save(figure, str(path))


def pauses(results: list[Result], path: pathlib.Path) -> None:
    """How long the pauses are: by survival, and by how much lives."""
    figure = new_figure(10, 4.6)
    left, right = figure.subplots(1, 2, sharey=True)
    for i, survival in enumerate(SURVIVALS):
        found = tables.chosen(results, "cross", survival=survival)
        _distribution(left, tables.collections(found).took, survival, i)
    _axes(left, "pause (µs)", "part of the pauses that are shorter", "by survival (all payloads and policies)")
    lives = sorted({tables.point_of(result).live for result in tables.chosen(results, "live")})
    for i, live in enumerate(lives):
        found = tables.chosen(results, "live", live=live, payload="object")
        _distribution(right, tables.collections(found).took, f"{live:,} kept", i)
    _axes(right, "pause (µs)", "", "by number of objects kept")
    for axes in (left, right):
        axes.set_xscale("log")
        _plain(axes, "x")
        axes.legend(frameon=False, fontsize=10, loc="lower right")
        axes.set_ylim(0, 1.02)
    save(figure, str(path))


def _distribution(axes: Any, took: Any, label: str, number: int) -> None:
    if len(took):
        values = np.sort(took)
        axes.step(values, np.arange(1, len(values) + 1) / len(values), where="post", label=label,
                  color=LINES[number % len(LINES)], linestyle=DASHES[number % len(DASHES)], linewidth=1.8)


def throughput(results: list[Result], path: pathlib.Path) -> None:
    """Allocation per second of processor time against the largest heap, along three ways of giving more room."""
    figure = new_figure(10, 4.8)
    families = (
        ("growth", f"growth 0.25 to 4, trigger {TRIGGER >> 10}K", ("growth",)),
        ("growth", "growth 0.25 to 4, trigger 64K", ("growth", "trigger")),
        ("trigger", "trigger 64K to 16M, growth 1", ("trigger",)),
    )
    for axes, survival in zip(figure.subplots(1, 2, sharey=True), ("exponential", "generational"), strict=True):
        for i, (name, label, tuned) in enumerate(families):
            found = tables.ordered(tables.chosen(results, "policy", survival=survival, tuned=tuned), name)
            heap = [result["peak_bytes"] / 1e6 for result in found]
            axes.plot(heap, [tables.throughput(result) for result in found], marker=MARKS[i], color=LINES[i],
                      linestyle=DASHES[i], label=label, linewidth=1.6)
        _axes(axes, "largest heap (MB)", "allocated per second of CPU (MB/s)", f"survival: {survival}, 20,000 kept")
        axes.set_xscale("log")
        _plain(axes, "x")
        axes.set_xticks([2, 5, 10, 20, 50], minor=False)
        axes.minorticks_off()
    figure.axes[0].set_ylim(bottom=0)
    figure.axes[1].set_ylabel("")
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside upper center", ncols=3, frameon=False,
                  fontsize=10)
    save(figure, str(path))


def survival(results: list[Result], path: pathlib.Path) -> None:
    """Which part of the cells of an age survives the next collection."""
    figure = new_figure(8, 4.8)
    axes = figure.subplots()
    for i, pattern in enumerate(SURVIVALS):
        found = tables.chosen(results, "ages", survival=pattern)
        if found:
            axes.plot(np.arange(AGES - 1), tables.survival_by_age(found, _realm_cells(results, found))[: AGES - 1],
                      marker=MARKS[i], color=LINES[i], linestyle=DASHES[i], label=pattern, linewidth=1.8)
    _axes(axes, "collections survived before", "part that survives the next one",
          "survival of objects by age (the library's own cells left out)")
    axes.set_ylim(-0.02, 1.02)
    figure.legend(frameon=False, title="survival", loc="outside right upper")
    save(figure, str(path))


def _realm_cells(results: list[Result], found: list[Result]) -> Any:
    """What the realm's own cells add to the counts of survivors: all of them, once at each age, often at the last."""
    empty = min(int(result["live_cells"]) for result in results if result["live_cells"])
    added = np.zeros(AGES, np.int64)
    for result in found:
        collections = len(result["extra"])
        added[: min(collections, AGES - 1)] += empty
        added[AGES - 1] += empty * max(0, collections - AGES + 1)
    return added


def cost(results: list[Result], path: pathlib.Path) -> list[tuple[float, float, tables.Model]]:
    """The pause against what lives, and what the linear models say of it."""
    figure = new_figure(10, 4.9)
    left, right = figure.subplots(1, 2)
    live = tables.chosen(results, "live")
    kinds = list(dict.fromkeys((result["point"]["payload"], result["point"]["size"]) for result in live))
    everything = tables.collections(results)
    library = tables.of_the_library(everything)[0]
    for i, (payload, size) in enumerate(kinds):
        rows = [row for row in tables.chosen(live, "live", payload=payload, size=size) if row["point"]["live"]]
        found = [tables.collections([row], steady=True) for row in rows]
        found = [each for each in found if len(each.took)]
        left.plot([np.median(each.cells_after) - library for each in found], [np.median(each.took) for each in found],
                  marker=MARKS[i % len(MARKS)], color=LINES[i % len(LINES)], linestyle=DASHES[i % len(DASHES)],
                  label=f"{payload}, {size}", linewidth=1.6)
    _axes(left, "live cells of the script's own", "median pause (µs)", "by payload and its size")
    left.legend(frameon=False, fontsize=10)
    found_models = tables.models(everything)
    ends = [float(everything.took.min()), float(everything.took.max())] if len(everything.took) else [1.0, 10.0]
    for i, (low, high, model) in enumerate(found_models):
        part = everything.where((everything.before >= low) & (everything.before < high))
        label = f"heap below {high / 1e6:g} MB" if np.isfinite(high) else f"heap from {low / 1e6:g} MB"
        right.plot(model.predict(part), part.took, MARKS[i], color=LINES[i], markersize=2.5, alpha=0.4, label=label,
                   rasterized=True)
    right.plot(ends, ends, color=INK, linewidth=1, linestyle="--", label="as predicted")
    _axes(right, "predicted by the linear models (µs)", "pause (µs)", f"all {len(everything.took):,} collections")
    right.legend(frameon=False, fontsize=10, loc="upper left", markerscale=3)
    for axes in (left, right):
        axes.set_xscale("log")
        axes.set_yscale("log")
        _plain(axes, "x", "y")
    save(figure, str(path))
    return found_models


def shares(results: list[Result], path: pathlib.Path) -> None:
    """The collector's part of the time, by payload, survival and policy, and by the rate of allocation."""
    figure = new_figure(11, 5.4)
    left, right = figure.subplots(1, 2, width_ratios=[3, 2])
    cross = tables.chosen(results, "cross")
    policies = list(dict.fromkeys(tables.point_of(result).policy_text for result in cross))
    rows = [(payload, survival) for payload in PAYLOADS for survival in SURVIVALS]
    table = np.full((len(rows), len(policies)), np.nan)
    for i, (payload, pattern) in enumerate(rows):
        for j, policy in enumerate(policies):
            found = tables.chosen(cross, "cross", payload=payload, survival=pattern, policy_text=policy)
            table[i, j] = 100 * np.mean([tables.share(result) for result in found]) if found else np.nan
    image = left.imshow(table, cmap="cividis", aspect="auto", vmin=0)
    limit = np.nanmax(table) / 2
    for (i, j), value in np.ndenumerate(table):
        color = "white" if value < limit else "black"
        left.text(j, i, f"{value:.0f}", ha="center", va="center", fontsize=9, color=color)
    left.set_xticks(range(len(policies)), [policy.replace(" ", "\n") for policy in policies], fontsize=10)
    left.set_yticks(range(len(rows)), [f"{payload}, {pattern}" for payload, pattern in rows], fontsize=10)
    left.set_title("collector's share of CPU time (%)", fontsize=12)
    figure.colorbar(image, ax=left, shrink=0.7)
    for i, payload in enumerate(("object", "array", "closure")):
        found = sorted(tables.chosen(results, "rate", payload=payload), key=lambda result: result["point"]["work"])
        rate = [result["point"]["count"] / result["cpu_s"] / 1e6 for result in found]
        right.plot(rate, [100 * tables.share(result) for result in found], marker=MARKS[i], color=LINES[i],
                   linestyle=DASHES[i], label=payload)
    _axes(right, "allocations per CPU second (million)", "collector's share (%)", "by rate of allocation")
    right.set_xlim(left=0)
    right.set_ylim(bottom=0)
    right.legend(frameon=False)
    save(figure, str(path))


def tight(results: list[Result], path: pathlib.Path) -> None:
    """What a memory limit costs, and what packing does."""
    figure = new_figure(10, 4.4)
    left, right = figure.subplots(1, 2)
    limits = tables.chosen(results, "limit")
    for i, part in enumerate(sorted({result["point"]["policy"]["share"] for result in limits})):
        found = [result for result in limits if result["point"]["policy"]["share"] == part]
        ended = [result for result in found if not result["failed"]]
        left.plot([result["point"]["max_memory"] / (1 << 20) for result in ended],
                  [100 * tables.share(result) for result in ended], marker=MARKS[i], color=LINES[i],
                  linestyle=DASHES[i], label=f"share {part:g}")
        for result in found:
            if result["failed"]:
                left.axvline(result["point"]["max_memory"] / (1 << 20), color=GREY, linestyle=":")
    _axes(left, "memory limit (MB)", "collector's share of CPU time (%)", "a tight limit (dotted: too tight to run)")
    left.set_xscale("log", base=2)
    _plain(left, "x")
    left.set_ylim(bottom=0)
    left.legend(frameon=False)
    for i, pattern in enumerate(("exponential", "generational")):
        found = tables.chosen(results, "dense", survival=pattern)
        right.plot([result["point"]["policy"]["dense"] for result in found],
                   [1e3 * result["collect_s"] / max(1, result["collections"]) for result in found], marker=MARKS[i],
                   color=LINES[i], linestyle=DASHES[i], label=pattern)
    _axes(right, "dense: part that must live for blocks to stay", "mean pause (ms)", "packing")
    right.set_ylim(bottom=0)
    right.legend(frameon=False)
    save(figure, str(path))
