"""The kernels of numbers and case run uncompiled too, over plain memory: what the debugger does."""

from __future__ import annotations

import math
import random
from types import SimpleNamespace

import pytest
from compiled_kernels import bits_of, double_of, kernels_of

from tsrun.heap import arena, numbers, numbers_exact, numbers_format, numbers_parse
from tsrun.heap.layout import S_WORK
from tsrun.library import math as math_kernels
from tsrun.library import unicode


@pytest.fixture(scope="module")
def plain():
    """An arena of Python memory: regions of one memory share it, constants are lists."""
    words = memoryview(bytearray(1 << 16))
    h = SimpleNamespace(
        words8=words.cast("q"),
        chars8=words,
        chars16=words.cast("H"),
        scratch=bytearray(1 << 14),
        big=[0] * (1 << 14),
        number_state=[0] * 8,
        state=[0] * 512,
    )
    h.state[S_WORK] = 1 << 60
    for each in arena.CONSTANTS.values():
        setattr(h, each.name, each.values())
    return h


def test_plain_and_compiled_agree(plain):
    compiled = kernels_of(numbers_format, numbers_exact, numbers_parse, numbers, math_kernels)
    chance = random.Random(1)
    values = [double_of(chance.getrandbits(64)) for _ in range(300)]
    values += [round(chance.uniform(-1e5, 1e5), chance.randrange(6)) for _ in range(300)]
    for x in [*values, 0.0, -0.0, math.nan, math.inf, -math.inf]:
        length = numbers_format.number_to_scratch(plain, x)
        text = plain.scratch[:length].decode()
        assert text == compiled.text(compiled.number_to_scratch(x))
        plain.chars8[8 : 8 + length] = text.encode()
        assert bits_of(numbers_parse.string_to_number(plain, 0, 8, 8 + length)) == bits_of(x + 0.0)
        digits, radix = chance.randrange(101), chance.randrange(2, 37)
        for name, argument in (
            ("fixed", digits),
            ("exponential", digits),
            ("precision", digits or 1),
            ("radix", radix),
        ):
            length = getattr(numbers_exact, f"number_to_{name}")(plain, x, argument)
            text = plain.scratch[:length].decode()
            assert text == compiled.text(getattr(compiled, f"number_to_{name}")(x, argument))
        assert numbers.to_int32(x) == compiled.to_int32(x)
        y = chance.choice(values)
        for name in ("number_modulo", "number_power"):
            assert bits_of(getattr(numbers, name)(x, y)) == bits_of(getattr(compiled, name)(x, y))
        for name in ("math_round", "math_sin", "math_exp", "math_log", "math_cosh", "math_cbrt", "math_fround"):
            assert bits_of(getattr(math_kernels, name)(x)) == bits_of(getattr(compiled, name)(x))


def test_long_decimals(plain):
    for text in ("9007199254740993.00000000000000000001", "1" * 400 + "e-300", "2.2250738585072011e-308"):
        plain.chars8[8 : 8 + len(text)] = text.encode()
        assert numbers_parse.string_to_number(plain, 0, 8, 8 + len(text)) == float(text)


def test_case(plain):
    text = "Stra\xdfe \xb5"
    plain.chars8[0 : len(text)] = text.encode("latin-1")
    assert unicode.upper_length(plain, 0, 0, len(text)) == 2 * (len(text) + 1) + 1
    assert unicode.upper_write(plain, 0, 0, len(text), 1, 100) == 100 + len(text) + 1
    assert "".join(map(chr, plain.chars16[100 : 100 + len(text) + 1])) == text.upper()
