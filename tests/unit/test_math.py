"""Math: exact functions exactly, libm's against Python's, and where ECMAScript differs from C."""

from __future__ import annotations

import math
import random
import struct
from decimal import Context, Decimal

import pytest
from compiled_kernels import bits_of, double_of, kernels_of

from tsrun.library import math as kernels_of_math

NAN, INF = math.nan, math.inf


@pytest.fixture(scope="module")
def kernels():
    compiled = kernels_of(kernels_of_math)
    yield compiled
    assert compiled.faults == 0


def doubles(count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.randrange(3)
        if kind == 0:
            yield double_of(chance.getrandbits(64))
        elif kind == 1:
            yield chance.uniform(-10, 10) * 10.0 ** chance.randrange(-8, 8)
        else:
            yield float(chance.randrange(-1000, 1000)) / chance.choice([1, 2, 4, 3])


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("abs", -0.0, 0.0), ("abs", -INF, INF), ("acos", 2.0, NAN), ("acos", 1.0, 0.0), ("acosh", 0.5, NAN),
        ("acosh", 1.0, 0.0), ("asin", -0.0, -0.0), ("asin", 1.5, NAN), ("asinh", -0.0, -0.0), ("asinh", -INF, -INF),
        ("atan", -0.0, -0.0), ("atanh", 1.0, INF), ("atanh", -1.0, -INF), ("atanh", 2.0, NAN), ("atanh", -0.0, -0.0),
        ("cbrt", -0.0, -0.0), ("cbrt", -8.0, -2.0), ("cbrt", INF, INF), ("cbrt", NAN, NAN), ("ceil", -0.5, -0.0),
        ("ceil", 0.2, 1.0), ("ceil", -INF, -INF), ("clz32", 0.0, 32.0), ("clz32", -1.0, 0.0), ("clz32", 0.9, 32.0),
        ("clz32", 1.0, 31.0), ("clz32", NAN, 32.0), ("clz32", 2.0**32, 32.0), ("cos", INF, NAN), ("cos", 0.0, 1.0),
        ("cosh", -INF, INF), ("exp", -INF, 0.0), ("exp", 1000.0, INF), ("expm1", -0.0, -0.0), ("expm1", -INF, -1.0),
        ("f16round", 65520.0, INF), ("f16round", 65519.99, 65504.0), ("f16round", -0.0, -0.0), ("f16round", NAN, NAN),
        ("f16round", 2.0**-25, 0.0), ("f16round", -(2.0**-25), -0.0), ("f16round", 2.980232238769532e-8, 2.0**-24),
        ("floor", -0.5, -1.0), ("floor", -0.0, -0.0), ("floor", 0.9, 0.0), ("fround", 5.5, 5.5),
        ("fround", 5.05, 5.050000190734863), ("fround", 1e40, INF), ("fround", -0.0, -0.0), ("fround", NAN, NAN),
        ("log", -1.0, NAN), ("log", -0.0, -INF), ("log", 1.0, 0.0), ("log10", 0.0, -INF), ("log1p", -1.0, -INF),
        ("log1p", -2.0, NAN), ("log1p", -0.0, -0.0), ("log2", -0.0, -INF), ("log2", 8.0, 3.0), ("round", -0.5, -0.0),
        ("round", 0.5, 1.0), ("round", -0.2, -0.0), ("round", 2.5, 3.0), ("round", -2.5, -2.0), ("round", -0.0, -0.0),
        ("round", 0.49999999999999994, 0.0), ("round", -0.50000001, -1.0), ("round", 4503599627370495.5, 2.0**52),
        ("round", 9007199254740991.0, 9007199254740991.0), ("round", INF, INF), ("round", NAN, NAN),
        ("sign", -0.0, -0.0), ("sign", -3.0, -1.0), ("sign", INF, 1.0), ("sign", NAN, NAN),
        ("sin", -0.0, -0.0), ("sin", -INF, NAN),
        ("sinh", -0.0, -0.0), ("sinh", -1000.0, -INF), ("sqrt", -1.0, NAN), ("sqrt", -0.0, -0.0), ("sqrt", 2.0, 2**0.5),
        ("tan", INF, NAN), ("tan", -0.0, -0.0), ("tanh", -0.0, -0.0), ("tanh", INF, 1.0), ("trunc", -0.9, -0.0),
        ("trunc", 4.7, 4.0), ("trunc", -INF, -INF),
    ],
)  # fmt: skip
def test_one_argument(kernels, name, x, expected):
    assert bits_of(getattr(kernels, f"math_{name}")(x)) == bits_of(expected)


@pytest.mark.parametrize(
    ("name", "x", "y", "expected"),
    [
        ("max", -0.0, 0.0, 0.0), ("max", 0.0, -0.0, 0.0), ("max", -0.0, -0.0, -0.0), ("max", 1.0, NAN, NAN),
        ("max", NAN, 1.0, NAN), ("max", -INF, 3.0, 3.0), ("min", -0.0, 0.0, -0.0), ("min", 0.0, -0.0, -0.0),
        ("min", 0.0, 0.0, 0.0), ("min", NAN, -INF, NAN), ("min", 1.0, 2.0, 1.0), ("atan2", -0.0, -1.0, -math.pi),
        ("atan2", 0.0, -0.0, math.pi), ("atan2", 1.0, 0.0, math.pi / 2), ("hypot", 3.0, 4.0, 5.0),
        ("hypot", NAN, INF, INF),
        ("hypot", -INF, NAN, INF), ("hypot", NAN, 0.0, NAN), ("hypot", -0.0, -0.0, 0.0), ("hypot", 3e300, 4e300, 5e300),
        ("hypot", -5.0, 0.0, 5.0), ("hypot", 5e-324, 0.0, 5e-324), ("imul", 3.0, 4.0, 12.0),
        ("imul", -5.0, 12.0, -60.0),
        ("imul", 4294967295.0, 5.0, -5.0), ("imul", 4294967294.0, 5.0, -10.0), ("imul", NAN, 5.0, 0.0),
        ("imul", 2147483647.0, 2147483647.0, 1.0), ("pow", 1.0, INF, NAN), ("pow", 2.0, 10.0, 1024.0),
    ],
)  # fmt: skip
def test_two_arguments(kernels, name, x, y, expected):
    assert bits_of(getattr(kernels, f"math_{name}")(x, y)) == bits_of(expected)


def same_in_python(name, x):
    try:
        return getattr(math, name)(x)
    except ValueError:
        return -INF if (name.startswith("log") and x in {0.0, -1.0} and (x == 0 or name == "log1p")) else NAN
    except OverflowError:
        return -INF if name == "sinh" and x < 0 else INF


@pytest.mark.parametrize(
    "name",
    ["acos", "acosh", "asin", "asinh", "atan", "cos", "cosh", "exp", "expm1", "log", "log10", "log1p", "log2", "sin",
     "sinh", "sqrt", "tan", "tanh"],
)  # fmt: skip
def test_same_as_the_c_library(kernels, name):
    function = getattr(kernels, f"math_{name}")
    for x in doubles(2_000, 1):
        expected, value = same_in_python(name, x), function(x)
        assert bits_of(value) == bits_of(expected) or math.isclose(value, expected, rel_tol=1e-15), x


def test_floor_ceil_trunc_and_round(kernels):
    for x in doubles(20_000, 2):
        if math.isfinite(x):
            assert kernels.math_floor(x) == math.floor(x)
            assert kernels.math_ceil(x) == math.ceil(x)
            assert kernels.math_trunc(x) == math.trunc(x)
            assert kernels.math_round(x) == math.floor(Decimal(x) + Decimal("0.5") if abs(x) < 1e16 else x)


def test_fround_and_f16round_round_once(kernels):
    for x in doubles(20_000, 3):
        for code, name in (("<f", "fround"), ("<e", "f16round")):
            try:
                expected = struct.unpack(code, struct.pack(code, x))[0]
            except OverflowError:
                expected = math.copysign(INF, x)
            assert bits_of(getattr(kernels, f"math_{name}")(x)) == bits_of(expected)


def test_cbrt_and_hypot_are_rounded_correctly_nearly_always(kernels):
    context = Context(prec=60, Emax=9999, Emin=-9999)
    wrong = total = 0
    pairs = [(x, y) for x, y in zip(doubles(3_000, 4), doubles(3_000, 5), strict=True) if math.isfinite(x + y) and x]
    for x, y in pairs:
        total += 2
        root = float(context.power(Decimal(abs(x)), context.divide(Decimal(1), Decimal(3))))
        wrong += kernels.math_cbrt(abs(x)) != root
        squares = context.add(context.power(Decimal(x), 2), context.power(Decimal(y), 2))
        wrong += kernels.math_hypot(x, y) != float(context.sqrt(squares))
    assert wrong <= total * 0.002
    for n in range(20_000):
        assert kernels.math_cbrt(float(n**3)) == n


def test_powers_of_ten_have_whole_logarithms(kernels):
    for n in range(-307, 309):
        assert kernels.math_log10(float(f"1e{n}")) == n
    for n in range(-1074, 1024):
        assert kernels.math_log2(2.0**n) == n
