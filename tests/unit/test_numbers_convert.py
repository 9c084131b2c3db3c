"""Conversions of numbers to integers, the operators % and **, random numbers."""

from __future__ import annotations

import math
import random

import pytest
from compiled_kernels import bits_of, double_of, kernels_of
from hypothesis import given
from hypothesis import strategies as st

from tsrun.heap import numbers

SPECIAL = [0.0, -0.0, math.inf, -math.inf, math.nan, 1.0, -1.0, 0.5, -0.5, 2.0**31, -(2.0**31), 2.0**32, 2.0**53,
           2.0**63, -(2.0**63), 2.0**64, 2.0**83, 2.0**84, -(2.0**84), 9.2e18, 9.3e18, 1e300, 5e-324]  # fmt: skip


@pytest.fixture(scope="module")
def kernels():
    compiled = kernels_of(numbers)
    yield compiled
    assert compiled.faults == 0


def doubles(count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.randrange(4)
        if kind == 0:
            yield double_of(chance.getrandbits(64))
        elif kind == 1:
            yield float(chance.randrange(-(2 ** chance.randrange(1, 90)), 2**90))
        elif kind == 2:
            yield round(chance.uniform(-1e4, 1e4), chance.randrange(4))
        else:
            yield chance.choice(SPECIAL)


def test_to_int32_and_to_uint32(kernels):
    for x in [*SPECIAL, *doubles(50_000, 1)]:
        expected = math.trunc(x) % 2**32 if math.isfinite(x) else 0
        assert kernels.to_uint32(x) == expected
        assert kernels.to_int32(x) == (expected - 2**32 if expected >= 2**31 else expected)


@pytest.mark.parametrize(
    ("x", "expected"),
    [(math.nan, 0.0), (-0.0, 0.0), (-0.9, 0.0), (0.9, 0.0), (-1.9, -1.0), (math.inf, math.inf), (-math.inf, -math.inf),
     (1e300, 1e300)],
)  # fmt: skip
def test_to_integer_or_infinity(kernels, x, expected):
    assert bits_of(kernels.to_integer_or_infinity(x)) == bits_of(expected)


@pytest.mark.parametrize(
    ("x", "expected"), [(math.nan, 0), (-5.0, 0), (3.7, 3), (math.inf, 2**53 - 1), (2.0**53, 2**53 - 1), (-0.0, 0)]
)
def test_to_length(kernels, x, expected):
    assert bits_of(kernels.to_length(x)) == bits_of(float(expected))


@pytest.mark.parametrize(
    ("x", "length", "expected"),
    [(0.0, 5, 0), (3.9, 5, 3), (5.0, 5, 5), (math.inf, 5, 5), (-1.0, 5, 4), (-4.9, 5, 1), (-5.0, 5, 0), (-9.0, 5, 0),
     (-math.inf, 5, 0), (math.nan, 5, 0), (-0.5, 5, 0), (1e300, 2**32, 2**32)],
)  # fmt: skip
def test_relative_index(kernels, x, length, expected):
    assert kernels.relative_index(x, length) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [(0.0, 0), (-0.0, 0), (1.5, -1), (-1.0, -1), (4294967294.0, 4294967294), (4294967295.0, -1), (math.nan, -1),
     (math.inf, -1)],
)  # fmt: skip
def test_array_index_of(kernels, x, expected):
    assert kernels.array_index_of(x) == expected


def modulo(x: float, y: float) -> float:
    if math.isnan(x) or math.isnan(y) or math.isinf(x) or y == 0:
        return math.nan
    return math.fmod(x, y)


def test_modulo_is_exact(kernels):
    values = [*SPECIAL, 3.0, -3.0, 7.5, 0.1, 1e-300, 1e290, 3e-270]
    for x in values:
        for y in values:
            assert bits_of(kernels.number_modulo(x, y)) == bits_of(modulo(x, y)), (x, y)
    for x, y in zip(doubles(50_000, 2), doubles(50_000, 3), strict=True):
        assert bits_of(kernels.number_modulo(x, y)) == bits_of(modulo(x, y)), (x, y)
    chance = random.Random(4)
    for _ in range(50_000):
        y = chance.uniform(0, 10) * 10.0 ** chance.randrange(-20, 20)
        x = chance.choice([y * chance.randrange(2**53), y * chance.uniform(0, 9e15), y * chance.randrange(100)])
        assert bits_of(kernels.number_modulo(-x, y)) == bits_of(modulo(-x, y)), (x, y)


@given(st.floats(), st.floats())
def test_modulo_of_any_doubles(kernels, x, y):
    assert bits_of(kernels.number_modulo(x, y)) == bits_of(modulo(x, y))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (1.0, math.inf, math.nan), (-1.0, -math.inf, math.nan), (1.0, math.nan, math.nan), (math.nan, 0.0, 1.0),
        (2.0, 0.5, math.sqrt(2)), (-2.0, 0.5, math.nan), (-0.0, 0.5, 0.0), (-math.inf, 0.5, math.inf), (4.0, 0.5, 2.0),
        (-0.0, -1.0, -math.inf), (-0.0, -2.0, math.inf), (0.5, math.inf, 0.0), (-8.0, 1 / 3, math.nan),
        (2.0, -1074.0, 5e-324), (2.0, 1024.0, math.inf), (-2.0, 1025.0, -math.inf), (10.0, 308.0, 1e308),
        (3.0, 33.0, 3.0**33), (0.0, 0.0, 1.0), (math.inf, -0.0, 1.0), (1e200, 2.0, math.inf), (-3.0, 2.0, 9.0),
    ],
)  # fmt: skip
def test_power(kernels, x, y, expected):
    assert bits_of(kernels.number_power(x, y)) == bits_of(expected)


def test_integer_powers_are_exact(kernels):
    for base in range(-50, 51):
        for exponent in range(34):
            if abs(base**exponent) <= 2**53:
                assert kernels.number_power(base, exponent) == base**exponent
    for exponent in range(-307, 309):
        error = abs(bits_of(kernels.number_power(10.0, exponent)) - bits_of(float(f"1e{exponent}")))
        assert error <= (0 if 0 <= exponent <= 22 else 1)


def test_random_numbers(kernels):
    kernels.random_state[0:2] = [0x0123456789ABCDEF, 0x3DCBA98765432100]
    values = [kernels.random_next() for _ in range(20_000)]
    assert all(0 <= value < 1 for value in values)
    assert len(set(values)) == len(values)
    assert abs(sum(values) / len(values) - 0.5) < 0.01
    for tenth in range(10):
        share = sum(1 for value in values if tenth <= value * 10 < tenth + 1) / len(values)
        assert abs(share - 0.1) < 0.01
    kernels.random_state[0:2] = [0x0123456789ABCDEF, 0x3DCBA98765432100]
    assert [kernels.random_next() for _ in range(100)] == values[:100]
