"""The heap: allocating, collecting, and bringing up a realm."""

from __future__ import annotations

import pytest
from tsrun.realm import Realm

from profiling.engines import Script

ROUNDS = 10_000
GARBAGE = {
    "objects": "last = { x: i, y: last };",
    "arrays": "last = [i, i, i];",
    "closures": "last = () => i;",
    "instances": "last = new Point(i, i);",
    "ropes": "last = text + i;",
    "flat strings": "last = text.slice(1, 1 + i % 40);",
    "boxes in boxes": "last = { a: { b: [i] } };",
    "maps": "last = new Map(); last.set(i, i);",
}  # fmt: skip
LIVE = {
    "1,000 objects": 1_000,
    "10,000 objects": 10_000,
    "100,000 objects": 100_000,
}


@pytest.mark.benchmark(group="heap/allocate")
@pytest.mark.parametrize("kind", GARBAGE)
def test_allocate(benchmark, kernel, kind):
    """What is made is dropped at once; the collections that it takes are part of the time."""
    last = "last = null; " if kind == "objects" else ""
    script = Script(
        "class Point { constructor(public x: number, public y: number) {} }\n"
        'const text = "some text of more than a few letters, forty at least";\n'
        f"export function run(n: number) {{ let last: any; for (let i = 0; i < n; i++) {{ {last}{GARBAGE[kind]} }} }}",
        profile=kernel)  # fmt: skip
    benchmark.extra_info.update(operations=ROUNDS)
    benchmark(script.function("run"), ROUNDS)


@pytest.mark.benchmark(group="heap/collect")
@pytest.mark.parametrize("live", LIVE)
def test_collect(benchmark, kernel, live):
    """A full collection in which these survive, and the realm."""
    script = Script(
        f"const kept: object[] = [];\nfor (let i = 0; i < {LIVE[live]}; i++) kept.push({{ i, next: kept[i - 1] }});\n"
        "export function run() { return kept.length; }", profile=kernel)  # fmt: skip
    script.engine.collect()
    benchmark.extra_info.update(operations=LIVE[live])
    benchmark(script.engine.collect)


@pytest.mark.benchmark(group="heap/realm")
def test_realm(benchmark, kernel):
    """A realm from its image: memory reserved, the library in it."""
    benchmark(lambda: Realm(profile=kernel, sink=print))
