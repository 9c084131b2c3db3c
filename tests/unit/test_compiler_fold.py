"""Constant folding gives what the program would have computed."""

from __future__ import annotations

import math

import pytest

from compiling import instructions
from tsrun.compiler.fold import NO_VALUE, binary, to_int32
from tsrun.compiler.numbers import number_to_string

CASES = [
    ("1 + 2 * 3", "load_int r2 7"),
    ("0.1 + 0.2", "load_const r2 0.30000000000000004"),
    ("'a' + 'b'", 'load_const r2 "ab"'),
    ("-5 % 3", "load_int r2 -2"),
    ("-4 % 2", "load_const r2 -0"),
    ("5 % 0", "load_const r2 NaN"),
    ("1 / 0", "load_const r2 Infinity"),
    ("-1 / 0", "load_const r2 -Infinity"),
    ("1 / -0", "load_const r2 -Infinity"),
    ("0 / 0", "load_const r2 NaN"),
    ("2 ** 10", "load_int r2 1024"),
    ("1 << 31", "load_const r2 -2147483648"),
    ("1 << 33", "load_int r2 2"),
    ("-1 >>> 0", "load_const r2 4294967295"),
    ("-1 >> 1", "load_int r2 -1"),
    ("4294967297 | 0", "load_int r2 1"),
    ("~2147483648", "load_const r2 2147483647"),
    ("1e400 | 0", "load_int r2 0"),
    ("!0", "load_true r2"),
    ("!'x'", "load_false r2"),
    ("!NaN", None),
    ("void 0", "load_undefined r2"),
    ("1 < 2", "load_true r2"),
    ("1 === 1.5", "load_false r2"),
    ("-''", None),
    ("1 + 'a'", None),
    ("`x`", 'load_const r2 "x"'),
    ("8388607", "load_int r2 8388607"),
    ("8388608", "load_const r2 8388608"),
    ("-8388608", "load_int r2 -8388608"),
    ("0.5", "load_const r2 0.5"),
]


@pytest.mark.parametrize(("source", "expected"), CASES, ids=[source for source, _ in CASES])
def test_folded(source, expected):
    code = instructions(f"export function f() {{ return {source}; }}", 2)
    if expected is None:
        assert len(code) > 2
    else:
        assert code == [expected, "ret r2"]


def test_only_the_constant_beginning_of_a_chain_folds():
    assert instructions("export function f(a) { return 1 + 2 + a + 3 + 4; }", 2) == [
        "load_int r4 3", "add r3 r4 r2", "add_const r3 r3 3", "add_const r3 r3 4", "ret r3",
    ]


def test_powers_that_could_round_are_left_to_the_program():
    assert binary("**", 2.0, 0.5) is NO_VALUE
    assert binary("**", 10.0, 300.0) is NO_VALUE
    assert binary("**", 2.0, -1.0) is NO_VALUE


def test_halves_of_a_surrogate_pair_meet():
    assert binary("+", "\ud83d", "\ude00") == "😀"


@pytest.mark.parametrize("value", [0, 1, -1, 2**31, -(2**31) - 1, 2**32 + 5, 1.9, -1.9, 1e300, math.inf, math.nan])
def test_to_int32(value):
    exact = int(value) if math.isfinite(value) else 0
    assert to_int32(value) == (exact + 2**31) % 2**32 - 2**31


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "0"), (1e21, "1e+21"), (123456789012345680000.0, "123456789012345680000"), (1e-6, "0.000001"),
     (1e-7, "1e-7"), (1.5e-10, "1.5e-10"), (-1.25, "-1.25"), (math.inf, "Infinity"), (math.nan, "NaN"),
     (5e-324, "5e-324")],
)
def test_numbers_as_keys(value, text):
    assert number_to_string(value) == text
