"""What a script dropped is gone after a collection, to the cell, and ten times the rounds need no larger heap."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tsrun.heap import policy
from tsrun.heap.layout import CELL, ID, S_ALLOCATED_CELLS, S_LIVE_BYTES, S_LIVE_CELLS, S_LIVE_SLOTS
from tsrun.realm import Realm

FOLDER = Path(__file__).parent.parent / "examples" / "memory-management"
EMPTY = "export {};\n"
STRESS_FREE = {"TSRUN_GC_STRESS": "0", "TSRUN_VERIFY": "0"}


def figures(path: Path) -> dict:
    """What `--stats=json` says of a run."""
    command = [sys.executable, "-m", "tsrun", "--stats=json", str(path)]
    environment = {**os.environ, **STRESS_FREE}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=True)
    return json.loads(done.stderr.splitlines()[-1])


def with_more_rounds(name: str, folder: Path) -> Path:
    """The example with ten times the rounds."""
    source = (FOLDER / name).read_text(encoding="utf-8")
    text, changed = re.subn(
        r"(?m)^(const \w+(?:: number)? = )([\d_]{4,});",
        lambda m: f"{m[1]}{int(m[2].replace('_', '')) * 10};",
        source,
        count=1,
    )
    assert changed == 1
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["gc-no-cycles.ts", "gc-scale-test.ts"])
def test_peak_is_flat_and_small(name, tmp_path):
    empty = tmp_path / "empty.ts"
    empty.write_text(EMPTY, encoding="utf-8")
    before, run, long_run = figures(empty), figures(FOLDER / name), figures(with_more_rounds(name, tmp_path))
    assert run["cells"]["allocated"] > 150_000
    assert long_run["cells"]["allocated"] > 9 * run["cells"]["allocated"]
    assert long_run["bytes"]["peak"] <= 1.05 * run["bytes"]["peak"]
    assert run["bytes"]["peak"] - before["bytes"]["peak"] <= 1 << 20


@pytest.mark.parametrize(
    "body",
    [
        "for (let i = 0; i < N; i++) { const a: any = { i }, b: any = { a }, c: any = [b]; a.c = c; }",
        "for (let i = 0; i < N; i++) { const m = new Map([[i, { i }]]); m.set(m.size, { m } as any); (() => m)(); }",
        "for (let i = 0; i < N; i++) { ('key' + i).split('').join('-'); JSON.parse(JSON.stringify({ a: [i] })); }",
        "for (let i = 0; i < N; i++) { try { throw new Error('e' + i); } catch {} }",
        "for (let i = 0; i < N; i++) { class C { x = i } new C(); [...[i]].map(x => x + 1); }",
    ],
)
def test_nothing_is_left(body, tmp_path):
    """The number of live cells does not depend on the number of rounds."""
    live = []
    for rounds in (500, 5000):
        path = tmp_path / "script.ts"
        path.write_text(f"const N = {rounds};\n{body}\nexport {{}};\n", encoding="utf-8")
        live.append(figures(path)["cells"]["live"])
    assert live[0] == live[1]


@pytest.mark.parametrize("name", ["gc-no-cycles.ts", "gc-scale-test.ts"])
def test_no_cell_is_left(name):
    """Collect, run the whole example, drop its variables, collect: not one live cell more than before."""
    source = (FOLDER / name).read_bytes()
    lines: list[str] = []
    realm = Realm(sink=lambda _, text: lines.append(text))
    engine = realm.engine
    policy.apply(engine.state, {"dense": 1.01})  # so that payloads are packed each time, and the words comparable
    unit, _ = realm.compile(source, name, "module")
    slots = int.from_bytes(unit[80:88], "little")
    first = engine.load_unit(unit)

    def run():
        environment = engine.keep(CELL | engine.environment(slots))
        for template in (first, first + 1):
            engine.call(engine.closure(template, engine.kept(environment) & ID))
        engine.drop(environment)
        engine.collect()
        return engine.state[S_LIVE_CELLS], engine.state[S_LIVE_SLOTS], engine.state[S_LIVE_BYTES]

    run()  # what a first run makes for good: shapes, caches, interned names
    before = run()
    made = engine.state[S_ALLOCATED_CELLS]
    assert run() == before
    assert engine.state[S_ALLOCATED_CELLS] - made >= 150_000
    assert len(lines) == 9
    assert lines[-1] == "as expected: true"


def test_tables_of_weak_objects_give_memory_back(monkeypatch):
    """A weak map that held many keys is small again when they are gone, and has those that are left."""
    monkeypatch.setenv("TSRUN_VERIFY", "1")
    realm = Realm(sink=lambda *_: None)
    source = """
        const map = new WeakMap(), set = new WeakSet(), kept = [];
        (() => {
            for (let i = 0; i < 20_000; i++) {
                const key = { i };
                map.set(key, [i]);
                set.add(key);
                if (i % 2000 === 0) kept.push(key);
            }
        })();
        () => {
            for (let i = 0; i < 100; i++) kept.push({ i }), map.set(kept.at(-1), [i]), set.add(kept.at(-1));
            return kept.length * Number(kept.every(key => map.get(key)[0] === key.i && set.has(key)));
        }
    """
    realm.engine.collect()
    before = realm.engine.state[S_LIVE_SLOTS]
    handle = realm.engine.keep(realm.run_either(source.encode(), "x.ts", "x.ts", script=True))
    realm.engine.collect()
    assert realm.engine.state[S_LIVE_SLOTS] - before < 1000
    assert realm.to_python(realm.engine.call(realm.engine.kept(handle))) == 110
    realm.engine.collect()
