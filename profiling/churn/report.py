"""profiling/churn.md: what was tried and what came of it, with the pictures; its numbers come from the results."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from profiling.churn import plots, tables
from profiling.churn.points import SURVIVALS, Point
from profiling.churn.script import script

if TYPE_CHECKING:
    import pathlib

    from profiling.churn.run import Result

HEAD = """\
# Churn: what the collector does under load

Made by `python -m profiling.churn`, which runs every experiment, draws the pictures and writes this page; the numbers
are those of one run of it: {points} points, {collections:,} collections, {allocated:,} million cells allocated, on the
{kernel} kernel.

A *point* is a generated script and a policy of the collector ([docs/collector.md](../docs/collector.md)). The script
allocates objects, arrays, closures or cycles of two objects of some size, and keeps some of them:

| survival | what lives on |
| --- | --- |
| none | nothing |
| exponential | each takes the place of a random one of those that are kept: all have the same chance of dying |
| generational | nine of ten die at once, one waits in a queue, one of a hundred goes where random ones give way |
| all | everything |

Each point runs {repeats} times for the times and once more for the counts, and when all have done so, again, {rounds}
rounds in all. The runs of a point do the same, collection by collection, so of each collection's times the least is
taken, and of the processor's times for whole runs: what else the machine does shows little, but for the caches that it
shares. The point `{example}` is this script:

```ts
{script}```
"""

BODY = """
## The sawtooth

![Occupancy](churn/pictures/sawtooth.png)

The heap grows to its budget and falls to what lives. The policy decides how high the teeth are, not how many cells
survive; with little alive (*none*, *generational*) it is the trigger that counts, and growth only where much lives.

## Pauses

![Distribution of pauses](churn/pictures/pauses.png)

Half of all pauses are shorter than {median:.0f} µs, 99 of 100 shorter than {high:.0f} µs. A collection with next to
nothing alive takes {empty:.0f} µs, which is what marking and sweeping the library costs.

## What a collection costs

![Cost against live data](churn/pictures/cost.png)

All costs of a collection (the median of the second half of each run) for each live cell of the script's own, in ns, by
payload, its size, and how many are kept. Where the cost is linear a row is level, and the exponent (the slope on
logarithmic scales, from 10,000 on) is 1:

{per_cell}

With few kept it is what was freed that weighs. With many, a row rises while the heap outgrows one cache after the
other: marking follows references to wherever they lead, and each that leads out of a cache is waited for. So the cost
is linear in what lives where one cache holds it all, or none a good part of it, and more than linear in between.

Linear models of what is the script's own (the library's cells are hardly looked at), one for each class of heap sizes
before the collection, fitted to all {collections:,} collections:

| heap | collections | base (µs) | live cell (ns) | live word (ns) | freed cell (ns) | explained | median error |
| --- | --- | --- | --- | --- | --- | --- | --- |
{models}

*Explained* is the part of the variance of the logarithm. What lives costs: its cells are marked and its words read, and
moved where something before them died; a freed cell costs the clearing of its columns and a step over its payload.

## Room against time

![Throughput against heap size](churn/pictures/throughput.png)

More room means fewer collections. {room}

## The collector's share

![The collector's share of the time](churn/pictures/shares.png)

Percent of the processor's time that collections took, for all payloads and both sizes. The share falls as the script
does more between two allocations: it is a price per allocation.

## Who survives

![Survival by age](churn/pictures/survival.png)

Cells of each age (collections survived, here one every 128 KB or so) that survive one more. With *exponential* survival
age tells nothing, but that those not yet collected once had only half of a period to die in; with *generational* the
young die and the old stay (the dip is the end of the queue), which is what a collector with generations would live on:
{young}

## Limits and packing

![Tight limits and packing](churn/pictures/tight.png)

Near the memory limit the budget shrinks to a share of what is free, and collections become frequent before a run ends.
On the left {kept:,} objects are kept: {kept_mb:.1f} MB after a collection, with the array that holds them and what was
not packed. {limit}

Packing moves the payload that was packed earlier only when enough of it died; {dense}
"""


def write_report(results: list[Result], path: pathlib.Path, pictures: pathlib.Path) -> None:
    """Draw the pictures and write the page."""
    pictures.mkdir(parents=True, exist_ok=True)
    drawn = {name: getattr(plots, name)(results, pictures / f"{name}.png")
             for name in ("sawtooth", "pauses", "throughput", "survival", "cost", "shares", "tight")}
    text = _head(results) + _body(results, drawn["cost"])
    place = os.path.relpath(pictures, path.parent)
    path.write_text(text.replace("churn/pictures", place), encoding="utf-8")


def _head(results: list[Result]) -> str:
    first = Point("cross", size=2, live=4000, count=120_000)
    return HEAD.format(
        points=len(results), collections=sum(len(result["events"]) for result in results),
        allocated=sum(result["allocated_cells"] for result in results) // 1_000_000,
        kernel=results[0]["point"]["kernel"], repeats=results[0]["point"]["repeats"], rounds=results[0]["rounds"],
        example="object, size 2, exponential", script=script(first))


def _body(results: list[Result], models: list[tuple[float, float, tables.Model]]) -> str:
    everything = tables.collections(results)
    idle = tables.collections(tables.chosen(results, "live", live=0))
    median, high = np.percentile(everything.took, [50, 99])
    return BODY.format(
        median=median, high=high, empty=float(np.median(idle.took)) if len(idle.took) else 0.0,
        collections=len(everything.took), models=_models(models), per_cell=_per_cell(results),
        room=_room(results), young=_young(results), limit=_limit(results),
        dense=_dense(results), **_kept(results))


def _models(models: list[tuple[float, float, tables.Model]]) -> str:
    """Rows of the table of coefficients."""
    rows = []
    for low, high, model in models:
        name = f"{low / 1e6:g} to {high / 1e6:g} MB" if np.isfinite(high) else f"from {low / 1e6:g} MB"
        nanoseconds = " | ".join(f"{1e3 * each:.2f}" for each in (model.cell, model.word, model.freed))
        rows.append(f"| {name} | {model.count:,} | {model.base:.1f} | {nanoseconds} | {model.determination:.0%} | "
                    f"{model.error:.0%} |")
    return "\n".join(rows)


def _per_cell(results: list[Result]) -> str:
    """A table: what a live cell costs, by payload and how many are kept."""
    live = tables.chosen(results, "live")
    kept = sorted({result["point"]["live"] for result in live} - {0})
    library = tables.of_the_library(tables.collections(results))[0]
    rows = ["| | " + " | ".join(f"{count:,}" for count in kept) + " | exponent |", "| --- " * (len(kept) + 2) + "|"]
    for payload, size in dict.fromkeys((result["point"]["payload"], result["point"]["size"]) for result in live):
        cells, pairs = [], []
        for count in kept:
            found = tables.collections(tables.chosen(live, "live", payload=payload, size=size, live=count), steady=True)
            if not len(found.took):
                cells.append("")
                continue
            own, took = float(np.median(found.cells_after)) - library, float(np.median(found.took))
            cells.append(f"{1e3 * took / max(own, 1):.0f}")
            if count >= 10_000:
                pairs.append((own, took))
        slope = f"{tables.exponent(*zip(*pairs, strict=True)):.2f}" if len(pairs) > 1 else ""
        rows.append(f"| {payload}, {size} | {' | '.join(cells)} | {slope} |")
    return "\n".join(rows)


def _room(results: list[Result]) -> str:
    """From the least to the most room."""
    found = tables.ordered(tables.chosen(results, "policy", survival="exponential", tuned=("growth",)), "growth")
    if len(found) < 2:
        return ""
    first, last = found[0], found[-1]
    return (
        f"With 20,000 objects kept, growth 0.25 has a largest heap of {first['peak_bytes'] / 1e6:.1f} MB and spends "
        f"{tables.share(first):.0%} of its time in {first['collections']} collections; growth 4 has "
        f"{last['peak_bytes'] / 1e6:.1f} MB, {tables.share(last):.0%} and {last['collections']}. "
        f"That is {tables.throughput(last) / tables.throughput(first):.2f} times the throughput for "
        f"{last['peak_bytes'] / first['peak_bytes']:.1f} times the memory.")


def _young(results: list[Result]) -> str:
    parts = []
    for pattern in SURVIVALS:
        found = tables.chosen(results, "ages", survival=pattern)
        if found:
            total = np.sum([result["survival"] for result in found], axis=0)
            died, young = total[len(total) // 2 :], total[len(total) // 2]
            if died.sum():
                parts.append(f"{young / died.sum():.0%} with {pattern}")
    return "of the cells that die, so many have survived no collection: " + ", ".join(parts) + "."


def _limit(results: list[Result]) -> str:
    found = tables.chosen(results, "limit")
    failed = sorted({result["point"]["max_memory"] >> 20 for result in found if result["failed"]})
    if not failed:
        return "None of these limits was too tight to run in."
    return f"Too tight to run in: {', '.join(f'{limit} MB' for limit in failed)}."


def _kept(results: list[Result]) -> dict[str, float]:
    """What lives in the runs under a limit."""
    found = [result for result in tables.chosen(results, "limit") if not result["failed"]]
    most = max((after for result in found for after in tables.collections([result], steady=True).after),
               default=0)
    return {"kept": max((result["point"]["live"] for result in found), default=0), "kept_mb": most / 1e6}


def _dense(results: list[Result]) -> str:
    found = tables.chosen(results, "dense", survival="exponential")
    if len(found) < 2:
        return ""
    found.sort(key=lambda result: result["collect_s"])
    best, worst = found[0]["point"]["policy"]["dense"], found[-1]["point"]["policy"]["dense"]
    ratio = found[-1]["collect_s"] / max(found[0]["collect_s"], 1e-9)
    peaks = {result["point"]["policy"]["dense"]: result["peak_bytes"] / 1e6 for result in found}
    return (
        f"of the values tried, {best:g} costs least and {worst:g} most, {ratio:.2f} times as much, with largest heaps "
        f"of {peaks[best]:.1f} and {peaks[worst]:.1f} MB.")
