"""Fuel: what takes it, and what happens where it is used up."""

from __future__ import annotations

from tsrun.heap.layout import S_FUEL
from tsrun.realm import Realm


def test_python_can_call_a_function_when_the_fuel_is_just_used_up():
    printed = []
    realm = Realm(profile=None, sink=lambda _level, text: printed.append(text))

    def take_fuel_and_call(function):
        realm.engine.state[S_FUEL] = 0
        return function(20)

    realm.define_globals({"callBack": take_fuel_and_call})
    realm.run_either(b"console.log(callBack((n) => { let s = 0; for (let i = 0; i <= n; i++) s += i; return s; }))",
                     "/fuel.ts", "/fuel.ts")  # fmt: skip
    assert printed == ["210"]
