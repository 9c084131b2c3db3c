"""The collector's policy: what may be said, and that the collector goes by it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import tsrun
from tsrun.cli.options import UsageError, read_options
from tsrun.heap import policy
from tsrun.heap.layout import (
    S_CENSUS, S_CENSUS_LOST, S_CENSUS_TOP, S_COLLECTIONS, S_GC_CELLS, S_GC_DENSE, S_GC_GROWTH, S_PEAK_TOTAL,
)  # fmt: skip
from tsrun.heap.census import (
    C_ALLOCATED_CELLS, C_BYTES_AFTER, C_CELLS_AFTER, C_CELLS_BEFORE, C_CPU, C_DIED, C_KIND_BYTES_AFTER,
    C_KIND_CELLS_AFTER, C_KIND_CELLS_BEFORE, C_LIVED, C_SLOTS_AFTER, KINDS, ROW, ROWS,
)  # fmt: skip
from tsrun.realm import Realm

CHURN = "let s = 0; for (let i = 0; i < 60000; i++) { const o = { a: i, b: [i] }; s += o.b.length; } s"
KEEP = "const kept: any[] = []; for (let i = 0; i < 60000; i++) kept.push({ i }); kept.length"


@pytest.fixture(autouse=True)
def no_stress(monkeypatch):
    """Stress collects everywhere, whatever the policy says."""
    monkeypatch.delenv("TSRUN_GC_STRESS", raising=False)


def realm_after(source, **options):
    realm = Realm(sink=lambda *_: None, **options)
    before = realm.engine.state[S_COLLECTIONS]
    realm.run_either(source.encode(), "/x.ts", "/x.ts")
    return realm, realm.engine.state[S_COLLECTIONS] - before


def test_defaults_are_in_the_state():
    state = Realm(sink=print).engine.state
    assert (state[S_GC_CELLS], state[S_GC_GROWTH], state[S_GC_DENSE]) == (policy.LEAST_CELLS, 100, 75)


def test_the_documentation_says_the_defaults():
    text = (Path(__file__).parents[2] / "docs" / "collector.md").read_text(encoding="utf-8")
    shares = (32 * policy.LEAST_CELLS, 8 * policy.LEAST_SLOTS, 8 * policy.LEAST_BYTES)
    unit = math.gcd(*shares)
    assert f"| `trigger` | {policy.TRIGGER >> 10}K |" in text
    assert " : ".join(str(share // unit) for share in shares) in text
    for name in ("growth", "share", "dense"):
        assert f"| `{name}` | {policy.DEFAULTS[name]:g} |" in text


def test_a_larger_trigger_collects_less():
    small, often = realm_after(CHURN, collector={"trigger": 64 << 10})
    large, seldom = realm_after(CHURN, collector={"trigger": 8 << 20})
    assert often > 10 * max(1, seldom)
    small.engine.collect()
    large.engine.collect()
    assert small.engine.state[S_PEAK_TOTAL] < large.engine.state[S_PEAK_TOTAL]


def test_growth_is_a_multiple_of_what_lives():
    often = realm_after(KEEP, collector={"growth": 0.25})[1]
    seldom = realm_after(KEEP, collector={"growth": 4})[1]
    assert often > 2 * seldom


def test_results_do_not_depend_on_the_policy():
    for collector in ({}, {"trigger": 16 << 10, "growth": 0}, {"dense": 0}, {"dense": 1.01}, {"share": 0.01}):
        assert tsrun.run(CHURN, collector=collector) == 60000


def test_the_memory_limit_holds_whatever_the_policy_says():
    with pytest.raises(tsrun.MemoryLimitError):
        tsrun.run("const a: any[] = []; for (;;) a.push([])", max_memory=32 << 20, collector={"share": 1, "growth": 99})


@pytest.mark.parametrize("wrong", [{"grow": 1}, {"growth": -1}, {"trigger": 1}, {"share": 0}, {"growth": float("nan")}])
def test_wrong_policies(wrong):
    with pytest.raises(ValueError, match=r"must be|has no"):
        policy.checked(wrong)


def test_the_option():
    assert read_options(["--gc", "trigger=1M,growth=2", "f"]).collector == {"trigger": 1 << 20, "growth": 2.0}
    assert read_options(["--gc=dense=1", "--gc", "growth=3", "f"]).collector == {"dense": 1.0, "growth": 3.0}
    for wrong in ("", "growth", "growth=x", "trigger=0", "nothing=1", "growth=101"):
        with pytest.raises(UsageError, match="--gc"):
            read_options(["--gc", wrong, "f"])


# The census


def census_of(source, **options):
    realm = Realm(sink=lambda *_: None, **options)
    realm.engine.state[S_CENSUS] = 1
    realm.engine.collect()
    realm.run_either(source.encode(), "/x.ts", "/x.ts")
    realm.engine.collect()
    rows = realm.engine.state[S_CENSUS_TOP]
    return realm, realm.engine.memory.numpy("census")[: rows * ROW].reshape(rows, ROW)


def test_a_row_adds_up():
    realm, rows = census_of(CHURN, collector={"trigger": 256 << 10, "dense": 1.01})
    assert len(rows) > 10
    before = rows[:, C_KIND_CELLS_BEFORE : C_KIND_CELLS_BEFORE + KINDS].sum(1)
    after = rows[:, C_KIND_CELLS_AFTER : C_KIND_CELLS_AFTER + KINDS].sum(1)
    assert (before == rows[:, C_CELLS_BEFORE]).all()
    assert (after == rows[:, C_CELLS_AFTER]).all()
    assert (rows[:, C_LIVED:C_DIED].sum(1) == after).all()
    assert (rows[:, C_DIED : C_DIED + 16].sum(1) == before - after).all()
    sizes = rows[:, C_KIND_BYTES_AFTER : C_KIND_BYTES_AFTER + KINDS].sum(1)
    heap = 32 * rows[:, C_CELLS_AFTER] + 8 * (rows[:, C_SLOTS_AFTER] + rows[:, C_BYTES_AFTER])
    assert (sizes == heap - 16).all()  # the first word of each payload region belongs to nobody
    assert realm.engine.state[S_CENSUS_LOST] == 0
    assert (rows[:, C_CPU] > 0).all()


def test_what_was_allocated_is_what_came_between_two_rows():
    _, rows = census_of(CHURN)
    made = rows[1:, C_CELLS_BEFORE] - rows[:-1, C_CELLS_AFTER]
    assert (made == rows[1:, C_ALLOCATED_CELLS] - rows[:-1, C_ALLOCATED_CELLS]).all()
    assert made.sum() >= 120_000


def test_rows_without_a_place_are_counted():
    realm = Realm(sink=lambda *_: None)
    realm.engine.state[S_CENSUS] = 1
    for _ in range(ROWS + 3):
        realm.engine.collect()
    assert (realm.engine.state[S_CENSUS_TOP], realm.engine.state[S_CENSUS_LOST]) == (ROWS, 3)


@pytest.mark.parametrize("every", [1, 5, 50])
def test_stress_begins_at_once_and_collects_after_so_many_cells(monkeypatch, every):
    source = "const kept: any[] = []; for (let i = 0; i < 500; i++) kept.push({ i }); kept.length"
    _, without = realm_after(source)
    monkeypatch.setenv("TSRUN_GC_STRESS", str(every))
    _, forced = realm_after(source)
    assert without == 0
    assert forced >= 500 // every
