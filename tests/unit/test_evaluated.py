"""The memory of evaluated units: it is used again, and only when nothing refers to them."""

from __future__ import annotations

import pytest

from tsrun import evaluated
from tsrun.heap.layout import S_CODE_TOP, S_CONST_TOP, S_LITERAL_TOP, S_SITE_TOP, S_TEMPLATE_TOP
from tsrun.realm import Realm

TOPS = (S_CODE_TOP, S_CONST_TOP, S_SITE_TOP, S_LITERAL_TOP, S_TEMPLATE_TOP)


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(evaluated, "FEW", 10)
    monkeypatch.setattr("tsrun.evaluation.MOST_KEPT", 4)


def realm_after(source):
    realm = Realm(sink=lambda *_: None)
    value = realm.run_either(source.encode(), "/x.ts", "/x.ts")
    return realm, realm.to_python(value), [realm.engine.state[top] for top in TOPS]


def loop(count, kept=""):
    text = '"(({ a }) => [a, `${a}`, " + i + "])({ a: " + i + " })[2]"'
    return f"const kept = []; let s = 0; for (let i = 0; i < {count}; i++) {{ s += eval({text}); {kept} }} s"


def test_units_that_nothing_uses_make_place():
    _, few, tops = realm_after(loop(200))
    _, many, later = realm_after(loop(1000))
    assert (few, many) == (19900, 499500)
    assert later == tops


def test_units_in_use_stay():
    keep = 'kept.push(eval("() => [" + i + ", `t" + i + "`].join()"));'
    realm, value, tops = realm_after(loop(100, keep) + "; kept.map((f, i) => f() === i + ',t' + i).indexOf(false)")
    assert value == -1
    _, _, later = realm_after(loop(200, keep))
    assert later[0] > tops[0] + 100
    assert realm.engine.state[S_TEMPLATE_TOP] == tops[4]


def test_variables_of_gone_units_are_forgotten():
    realm, _, _ = realm_after(loop(200))
    assert len(realm.variables) < 60


def test_sizes_are_rounded_by_an_eighth_at_most():
    for count in range(1, 5000):
        assert count <= evaluated.roomy(count) <= count * 9 // 8
    assert len({evaluated.roomy(count) for count in range(1024, 2048)}) <= 9
