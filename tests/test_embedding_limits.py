"""What Python and a script hand to each other: however deep, long or entangled, it ends with a clean error."""

from __future__ import annotations

import os

import pytest

import tsrun
from tsrun.heap import layout
from tsrun.heap.extents import FIXED
from tsrun.realm import Realm

STRESSED = os.environ.get("TSRUN_GC_STRESS") == "1"
DEPTH = 200 if STRESSED else 50_000


def nested(make):
    value = make(None)
    for _ in range(DEPTH):
        value = make(value)
    return value


def depth_of(value):
    depth = 0
    while value:
        value = value[0] if isinstance(value, list) else value["a"]
        depth += 1
    return depth


@pytest.mark.parametrize("make", [lambda inner: [inner], lambda inner: {"a": inner}])
def test_deep_python_structures_become_values(make):
    source = "let n = 0; for (let v = x; v; v = v[0] ?? v.a) n++; n"
    assert tsrun.run(source, globals={"x": nested(make)}) == DEPTH + 1


@pytest.mark.parametrize(("empty", "wrap"), [("null", "[a]"), ("null", "{ a }")])
def test_deep_values_become_python_structures(empty, wrap):
    source = f"let a = {empty}; for (let i = 0; i < {DEPTH}; i++) a = {wrap}; (a)"
    assert depth_of(tsrun.run(source)) == DEPTH


def test_deep_values_pass_through_functions():
    source = f"let a = null, n = 0; for (let i = 0; i < {DEPTH}; i++) a = [a]; "
    source += "for (let v = f(a); v; v = v[0]) n++; n"
    assert tsrun.run(source, globals={"f": lambda value: value}) == DEPTH


def test_deep_errors():
    source = f"let e = null; for (let i = 0; i < {DEPTH // 10}; i++) "
    source += "{ const next = new Error('x'); next.e = e; e = next; } e"
    error = tsrun.run(source)
    depth = 0
    while error:
        error = error.value["e"]
        depth += 1
    assert depth == DEPTH // 10


def test_cycles_stay_cycles():
    value = {"list": [1, "x"]}
    value["self"] = value
    value["list"].append(value["list"])
    found = tsrun.run("x.self === x && x.list[2] === x.list ? x : null", globals={"x": value})
    assert found["self"] is found
    assert found["list"][2] is found["list"]


def test_numbers_beyond_doubles():
    assert tsrun.run("[x, y]", globals={"x": 10**400, "y": -(10**400)}) == [float("inf"), float("-inf")]


def test_python_and_script_call_each_other_without_end():
    source = "let n = 0; function r() { n++; return f(r); } let e; try { r(); } catch (error) { e = error; } "
    source += "[String(e), e instanceof RangeError, n > 10]"
    found = tsrun.run(source, globals={"f": lambda function: function()})
    assert found == ["RangeError: Maximum call stack size exceeded", True, True]


def test_no_registers_left_for_a_call_from_python():
    source = "let k = 0; function r(d) { return d ? 1 + r(d - 1) : f(r); } "
    source += "for (let i = 0; i < 3; i++) try { r(4000); } catch (e) { k += e instanceof RangeError; } k"
    assert tsrun.run(source, globals={"f": lambda function: function(4000)}) == 3
    source = "const f = (...a) => a.length; try { g(f); } catch (e) { `${e}`; }"
    found = tsrun.run(source, globals={"g": lambda function: function(*[1] * 4_200_000)})
    assert found == "RangeError: Maximum call stack size exceeded"


def test_what_a_script_throws_comes_back_to_it_through_python():
    source = "const e = new TypeError('x'); let same; try { f(() => { throw e; }); } catch (c) { same = c === e; } same"
    assert tsrun.run(source, globals={"f": lambda function: function()}) is True
    source = "try { f(() => { throw 5; }); } catch (c) { c + 1; }"
    assert tsrun.run(source, globals={"f": lambda function: function()}) == 6


def test_an_array_that_is_too_long_for_a_list():
    with pytest.raises(tsrun.MemoryLimitError, match="too long to become a list"):
        tsrun.run("const a = []; a.length = 2 ** 32 - 1; a")


@pytest.mark.parametrize("value", ["a" * 20_000_000, [1] * 2_200_000, ["a"] * 450_000])
@pytest.mark.skipif(STRESSED, reason="a collection for each of them")
def test_more_than_the_memory_limit_is_handed_over(value):
    with pytest.raises(tsrun.MemoryLimitError, match="limit of 16 MB was reached"):
        tsrun.run("x.length", globals={"x": value}, max_memory=16 << 20)


def test_more_values_than_python_can_hold():
    realm = Realm(sink=lambda *_: None)
    realm.engine.state[layout.S_HANDLE_TOP] = FIXED["handles"] - 5
    with pytest.raises(tsrun.MemoryLimitError, match="as many as it can"):
        realm.define_globals({"x": ["a"] * 10})
    assert realm.engine.state[layout.S_HANDLE_TOP] <= FIXED["handles"]
