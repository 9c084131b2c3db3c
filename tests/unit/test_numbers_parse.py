"""Texts as numbers: against Python's float(), which is exact, and Fraction for the halves between doubles."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from compiled_kernels import bits_of, double_of, kernels_of
from hypothesis import given
from hypothesis import strategies as st

from tsrun.heap import numbers_format, numbers_parse

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def kernels():
    compiled = kernels_of(numbers_format, numbers_parse)
    yield compiled
    assert compiled.faults == 0


def number(kernels, text):
    return kernels.string_to_number(*kernels.put(text))


def assert_reads(kernels, text, expected):
    assert bits_of(number(kernels, text)) == bits_of(expected), text


def test_every_shortest_text_reads_back(kernels):
    chance = random.Random(1)
    for _ in range(50_000):
        x = double_of(chance.getrandbits(63))
        if math.isfinite(x):
            text = kernels.text(kernels.number_to_scratch(x))
            kernels.chars8[8 : 8 + len(text)] = text.encode()
            assert kernels.string_to_number(0, 8, 8 + len(text)) == x


def random_decimal(chance) -> str:
    count = chance.choice([1, 2, 5, 7, 8, 9, 15, 16, 17, 18, 19, 20, 21, 30, 100, 767, 768, 799, 800, 801, 1000])
    digits = "".join(chance.choices("0123456789", k=count))
    shape = chance.randrange(4)
    if shape == 0:
        place = chance.randrange(count + 1)
        digits = f"{digits[:place]}.{digits[place:]}"
    elif shape == 1:
        digits = f"0.{'0' * chance.randrange(400)}{digits}"
    return digits + (f"e{chance.choice(['', '+', '-'])}{chance.randrange(400)}" if chance.random() < 0.6 else "")


def test_random_decimals(kernels):
    chance = random.Random(2)
    for _ in range(30_000):
        text = random_decimal(chance)
        assert_reads(kernels, text, float(text))


def test_halves_between_doubles(kernels):
    """Exactly half goes to the even neighbour, the least bit more or less decides."""
    chance = random.Random(3)
    for _ in range(3_000):
        bits = chance.choice([chance.getrandbits(63) % (0x7FE << 52), chance.getrandbits(52), 0, 1, (0x7FE << 52) - 1])
        half = (Fraction(double_of(bits)) + Fraction(double_of(bits + 1))) / 2
        places = half.denominator.bit_length() - 1
        digits = str(half.numerator * 5**places)
        zeros = "0" * chance.choice([0, 0, 1, 30, 700])
        for text, extra in (
            (digits + zeros, len(zeros)),
            (digits + zeros + "1", len(zeros) + 1),
            (str(int(digits) * 10 - 1), 1),
        ):
            assert_reads(kernels, f"{text}e-{places + extra}", float(f"{text}e-{places + extra}"))


def test_overflow_and_underflow(kernels):
    largest = 2**1024 - 2**970
    assert_reads(kernels, str(largest), math.inf)
    assert_reads(kernels, str(largest - 1), double_of((0x7FF << 52) - 1))
    for text in ("1e309", "1e400", "9" * 400, "1e99999999999999999999", "1" + "0" * 309):
        assert_reads(kernels, text, math.inf)
    for text in ("1e-324", "2.4703282292062327e-324", "1e-400", "0e99999999999999999999", "0." + "0" * 400 + "1"):
        assert_reads(kernels, text, 0.0)
    assert_reads(kernels, "2.4703282292062328e-324", 5e-324)
    assert_reads(kernels, "0." + "0" * 400 + "1e401", 1.0)
    assert_reads(kernels, "1" + "0" * 400 + "e-400", 1.0)


@given(st.floats(allow_nan=False), st.sampled_from(["", " ", "\n\t", "\ufeff", "\u3000"]))
def test_any_double_between_white_space(kernels, x, space):
    text = repr(x).replace("inf", "Infinity")
    assert_reads(kernels, space + text + space, x)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0), ("   ", 0), ("\u2028\u2029", 0), ("0", 0), ("-0", -0.0), ("+0", 0), ("00012", 12), (".5", 0.5),
        ("5.", 5), ("-.5e1", -5), ("1e3", 1000), ("1E+3", 1000), ("0x1F", 31), ("0X1f", 31), ("0b101", 5), ("0O17", 15),
        ("Infinity", math.inf), ("+Infinity", math.inf), (" -Infinity ", -math.inf), ("0" * 300 + "1", 1),
        (".", math.nan), ("-", math.nan), ("+", math.nan), ("e5", math.nan), ("1e", math.nan), ("1e+", math.nan),
        ("0x", math.nan), ("0x1G", math.nan), ("-0x1", math.nan), ("0b12", math.nan), ("0o8", math.nan),
        ("infinity", math.nan), ("Infinityx", math.nan), ("Infinit", math.nan), ("12px", math.nan), ("1 2", math.nan),
        ("1_000", math.nan), ("1n", math.nan), ("--1", math.nan), ("1..2", math.nan), ("1.2.3", math.nan),
        ("12345678x", math.nan), ("1234567\u0661", math.nan), ("\u0661", math.nan), ("1e1.5", math.nan),
        ("12345678/", math.nan), ("12345678:", math.nan), ("\x7f2345678", math.nan), ("1\xb12345678", math.nan),
    ],
)  # fmt: skip
def test_string_to_number(kernels, text, expected):
    assert_reads(kernels, text, float(expected))
    # As 16-bit units it reads the same.
    units = [ord(char) for char in text]
    kernels.chars16[100 : 100 + len(units)] = units
    assert bits_of(kernels.string_to_number(1, 100, 100 + len(units))) == bits_of(float(expected))


def test_eight_digits_at_any_alignment(kernels):
    for at in range(64, 80):
        for count in range(1, 28):
            text = ("1234567890" * 3)[:count]
            for shown in (text, f"0.{text}", f"{text}.5", f"9{text}e2"):
                kernels.chars8[at - 1 : at + len(shown) + 1] = b"7" + shown.encode() + b"8"
                assert kernels.string_to_number(0, at, at + len(shown)) == float(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12px", 12), ("  -3.5e2em", -350), ("1e", 1), ("1e+", 1), (".5.5", 0.5), ("-Infinityx", -math.inf),
        ("-0", -0.0), ("0x10", 0), ("", math.nan), ("-", math.nan), ("px", math.nan), ("-.", math.nan),
        ("1_0", 1), ("5.", 5),
    ],
)  # fmt: skip
def test_parse_float(kernels, text, expected):
    assert bits_of(kernels.parse_float(*kernels.put(text))) == bits_of(float(expected))


@pytest.mark.parametrize(
    ("text", "radix", "expected"),
    [
        ("12px", 0, 12), ("  -12", 10, -12), ("0x1F", 0, 31), ("0x1F", 16, 31), ("-0x1F", 16, -31), ("0x1F", 10, 0),
        ("0x", 16, math.nan), ("z", 36, 35), ("Z", 36, 35), ("z", 35, math.nan), ("102", 2, 2), ("-0", 10, -0.0),
        ("", 10, math.nan), ("12", 1, math.nan), ("12", 37, math.nan), ("12", -1, math.nan), ("1.9", 10, 1),
        ("1e3", 0, 1),
        ("+7", 0, 7), ("0b1", 0, 0), ("0b1", 16, 177), ("\ufeff8", 10, 8), ("9007199254740993", 10, 9007199254740992),
    ],
)  # fmt: skip
def test_parse_int(kernels, text, radix, expected):
    assert bits_of(kernels.parse_int(*kernels.put(text), radix)) == bits_of(float(expected))


def in_radix(n: int, radix: int) -> str:
    digits = ""
    while n:
        digits = DIGITS[n % radix] + digits
        n //= radix
    return digits or "0"


def test_parse_int_rounds_once(kernels):
    """Exact for 10 and powers of two at any length; for the others up to 2**53, near beyond."""
    chance = random.Random(4)
    for _ in range(5_000):
        n = chance.getrandbits(chance.choice([10, 53, 54, 55, 58, 60, 64, 65, 100, 1000, 1023]))
        n = chance.choice([n, n | ((1 << n.bit_length()) - 1) >> 54, n >> 60 << 60])
        radix = chance.randrange(2, 37)
        value = kernels.parse_int(*kernels.put(in_radix(n, radix)), radix)
        if radix in {2, 4, 8, 10, 16, 32} or n <= 2**53:
            assert value == float(n)
        else:
            assert abs(value - float(n)) <= float(n) * 1e-14


def test_long_texts_take_linear_time(kernels):
    digits = "1234567890" * 100_000
    wide, start, end = kernels.put(digits)
    assert kernels.string_to_number(wide, start, end) == math.inf
    assert kernels.parse_int(wide, start, end, 16) == math.inf
    assert kernels.parse_int(wide, start, start + 6, 7) == int("123456", 7)
    kernels.chars8[start + 1] = ord(".")
    assert kernels.string_to_number(wide, start, end) == float("1." + digits[2:40])
