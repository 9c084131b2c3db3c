"""Numbers as text: the shortest digits against Python's repr, the others against exact arithmetic."""

from __future__ import annotations

import decimal
import math
import random
from decimal import Decimal
from fractions import Fraction

import pytest
from compiled_kernels import bits_of, double_of, kernels_of
from hypothesis import given
from hypothesis import strategies as st

from tsrun.heap import numbers_exact, numbers_format

EDGES = [
    5e-324, 1e-323, 2.225073858507201e-308, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0**53, 2.0**53 + 2,
    -(2.0**53), 1e15, 1e16, 1e17, 1e20, 1e21, 1e22, 1e23, 9.999999999999999e22, 123456789012345680000.0, 1e-5, 1e-6,
    1e-7, 1.5e-7, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 0.5, 4.35, 1.005, 8.41e21, 2.0**63, -(2.0**63),
    9007199254740991.0, 4503599627370495.5, 4503599627370497.5, 2e-308, 1.2345678901234567e-290, 9.5, 0.95, 9.995,
]  # fmt: skip


@pytest.fixture(scope="module")
def kernels():
    compiled = kernels_of(numbers_format, numbers_exact)
    yield compiled
    assert compiled.faults == 0


def javascript_text(x: float) -> str:
    """Number::toString of the specification over the digits of Python's repr."""
    if math.isnan(x):
        return "NaN"
    sign = "-" if x < 0 else ""
    if math.isinf(x):
        return sign + "Infinity"
    if x == 0:
        return "0"
    _, tuple_, power = Decimal(repr(abs(x))).as_tuple()
    assert isinstance(power, int)
    digits = "".join(map(str, tuple_))
    short = digits.rstrip("0")
    n = len(digits) + power
    k = len(short)
    if k <= n <= 21:
        return sign + short + "0" * (n - k)
    if 0 < n <= 21:
        return f"{sign}{short[:n]}.{short[n:]}"
    if -6 < n <= 0:
        return f"{sign}0.{'0' * -n}{short}"
    return sign + short[0] + ("." + short[1:] if k > 1 else "") + f"e{n - 1:+d}"


def some_doubles(count: int, seed: int):
    """Doubles of every kind: random bits, few decimals, integers, neighbours of powers of two and ten."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.randrange(8)
        if kind < 3:
            yield double_of(chance.getrandbits(64))
        elif kind == 3:
            yield round(chance.uniform(-1e6, 1e6), chance.randrange(8))
        elif kind == 4:
            yield float(chance.randrange(-(10 ** chance.randrange(1, 25)), 10**25))
        elif kind == 5:
            yield double_of(bits_of(2.0 ** chance.randrange(-1074, 1024)) + chance.randrange(-2, 3))
        elif kind == 6:
            yield double_of(bits_of(10.0 ** chance.randrange(-300, 300)) + chance.randrange(-3, 4))
        else:
            yield double_of(chance.getrandbits(chance.randrange(1, 53)))


def test_shortest_text_of_edges(kernels):
    for x in [*EDGES, 0.0, -0.0, math.nan, math.inf, -math.inf]:
        assert kernels.text(kernels.number_to_scratch(x)) == javascript_text(x)


def test_shortest_text_of_random_doubles(kernels):
    for x in some_doubles(100_000, 1):
        assert kernels.text(kernels.number_to_scratch(x)) == javascript_text(x)


@given(st.floats())
def test_shortest_text_of_any_double(kernels, x):
    assert kernels.text(kernels.number_to_scratch(x)) == javascript_text(x)


def test_integers(kernels):
    for power in range(18):
        for n in (10**power - 1, 10**power, 10**power + 1, -(10**power)):
            assert kernels.text(kernels.integer_to_scratch(n)) == str(n)


def fixed(x: float, digits: int) -> str:
    n = math.floor(abs(Fraction(x)) * 10**digits + Fraction(1, 2))
    text = str(n).rjust(digits + 1, "0")
    return ("-" if x < 0 else "") + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)


def test_to_fixed_is_exact(kernels):
    chance = random.Random(2)
    for x in [*some_doubles(20_000, 3), *EDGES, -0.0, 0.0, -1e-9, 0.5, 1.5, 2.5, -0.5, 0.45, 1.45, 10.235, 1e20]:
        if abs(x) < 1e21:
            for digits in (chance.randrange(4), chance.randrange(101)):
                assert kernels.text(kernels.number_to_fixed(x, digits)) == fixed(x, digits)


def test_to_fixed_of_what_it_does_not_format(kernels):
    for x in (1e21, -1e21, 1.5e300, math.inf, -math.inf, math.nan):
        assert kernels.text(kernels.number_to_fixed(x, 2)) == javascript_text(x)


def rounded(x: float, precision: int) -> tuple[str, int]:
    """The digits of |x| rounded half up, and the power of ten of the first one."""
    context = decimal.Context(prec=precision, rounding=decimal.ROUND_HALF_UP)
    _, tuple_, power = context.create_decimal(Decimal(abs(x))).as_tuple()
    assert isinstance(power, int)
    return "".join(map(str, tuple_)).ljust(precision, "0"), power + len(tuple_) - 1


def exponential(x: float, precision: int) -> str:
    digits, power = rounded(x, precision)
    return ("-" if x < 0 else "") + digits[0] + ("." + digits[1:] if precision > 1 else "") + f"e{power:+d}"


def test_to_exponential_and_to_precision_are_exact(kernels):
    chance = random.Random(4)
    for x in [*some_doubles(20_000, 5), *EDGES]:
        if x == 0 or not math.isfinite(x):
            continue
        precision = chance.choice([1, 2, 3, 6, 15, 16, 17, 18, 21, 100, chance.randrange(1, 101)])
        assert kernels.text(kernels.number_to_exponential(x, precision - 1)) == exponential(x, precision)
        digits, power = rounded(x, precision)
        if power < -6 or power >= precision:
            expected = exponential(x, precision)
        else:
            whole = digits[: max(power + 1, 0)] or "0"
            rest = "0" * (-power - 1) + digits[max(power + 1, 0) :]
            expected = ("-" if x < 0 else "") + whole + ("." + rest if rest else "")
        assert kernels.text(kernels.number_to_precision(x, precision)) == expected


@pytest.mark.parametrize(
    ("x", "digits", "text"),
    [
        (0.0, -1, "0e+0"), (0.0, 2, "0.00e+0"), (-0.0, 0, "0e+0"), (123456.0, -1, "1.23456e+5"), (-1.5, -1, "-1.5e+0"),
        (5e-324, -1, "5e-324"), (math.nan, 2, "NaN"), (-math.inf, 2, "-Infinity"), (1e21, -1, "1e+21"),
    ],
)  # fmt: skip
def test_to_exponential_with_as_many_digits_as_needed(kernels, x, digits, text):
    assert kernels.text(kernels.number_to_exponential(x, digits)) == text


@pytest.mark.parametrize(("x", "precision", "text"), [(0.0, 1, "0"), (0.0, 3, "0.00"), (-0.0, 2, "0.0")])
def test_to_precision_of_zero(kernels, x, precision, text):
    assert kernels.text(kernels.number_to_precision(x, precision)) == text


def value_in_radix(text: str, radix: int) -> Fraction:
    whole, _, rest = text.lstrip("-").partition(".")
    value = Fraction(int(whole, radix)) + (Fraction(int(rest, radix), radix ** len(rest)) if rest else 0)
    return -value if text.startswith("-") else value


def test_radix_text_tells_the_double_from_its_neighbours(kernels):
    chance = random.Random(6)
    for x in [*some_doubles(5_000, 7), *EDGES]:
        radix = chance.randrange(2, 37)
        if math.isfinite(x) and radix != 10:
            value = value_in_radix(kernels.text(kernels.number_to_radix(x, radix)), radix)
            if radix in {2, 4, 8, 16, 32}:
                assert value == Fraction(x)
            elif 1e-3 < abs(x) < 1e12:
                # Digits are made by arithmetic of doubles, whose errors add up over the digits of a small fraction.
                assert abs(value - Fraction(x)) <= abs(Fraction(x)) * Fraction(1, 2**50)


@pytest.mark.parametrize(
    ("x", "radix", "text"),
    [
        (255.0, 16, "ff"), (-255.5, 16, "-ff.8"), (0.5, 2, "0.1"), (0.1, 3, "0.0022002200220022002200220022002201"),
        (0.0, 2, "0"), (-0.0, 36, "0"), (35.0, 36, "z"), (math.nan, 2, "NaN"), (-math.inf, 16, "-Infinity"),
        (2.0**53, 2, "1" + "0" * 53), (1e21, 7, "5135235413265003022600000"), (0.1, 10, "0.1"), (1 / 3, 3, "0.1"),
        (462668612621041660.0, 29, "18qldc4s4cj40"), (64474976916340740.0, 28, "7liq366hlk94"),
        (0.999999999999999, 9, "0.88888888888888872"), (math.pi, 12, "3.184809493b91864"), (-123.456, 5, "-443.212"),
    ],
)  # fmt: skip
def test_radix_text(kernels, x, radix, text):
    """The digits are those that Node prints."""
    assert kernels.text(kernels.number_to_radix(x, radix)) == text
