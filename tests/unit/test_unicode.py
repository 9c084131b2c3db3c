"""Case mapping, white space and code points against Python's own Unicode database."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest
from compiled_kernels import kernels_of, units_of
from hypothesis import given
from hypothesis import strategies as st

from tsrun.library import unicode

SURROGATES = range(0xD800, 0xE000)


@pytest.fixture(scope="module")
def kernels():
    compiled = kernels_of(unicode)
    yield compiled
    assert compiled.faults == 0


def mapped(kernels, text, name):
    wide, start, end = kernels.put(text)
    measured = getattr(kernels, f"{name}_length")(wide, start, end)
    if measured < 0:
        return text
    length, to_wide = measured >> 1, measured & 1
    assert getattr(kernels, f"{name}_write")(wide, start, end, to_wide, 5000) == 5000 + length
    result = kernels.payload(to_wide, 5000, 5000 + length)
    assert to_wide == (max(units_of(result), default=0) > 0xFF)
    return result


def test_every_code_point(kernels):
    for point in range(0x20000):
        if point not in SURROGATES:
            char = chr(point)
            assert mapped(kernels, char, "upper") == char.upper()
            assert mapped(kernels, char, "lower") == char.lower()


def test_nothing_beyond_the_tables_has_a_mapping():
    for point in range(unicode.CASE_LIMIT, sys.maxunicode + 1):
        char = chr(point)
        assert char.upper() == char.lower() == char.casefold() == char


@pytest.mark.parametrize(
    ("text", "upper", "lower"),
    [
        ("", "", ""), ("abc", "ABC", "abc"), ("stra\xdfe", "STRASSE", "stra\xdfe"), ("\xff", "\u0178", "\xff"),
        ("\xb5", "\u039c", "\xb5"), ("\u212b", "\u212b", "\xe5"), ("\u212a", "\u212a", "k"),
        ("\ufb03", "FFI", "\ufb03"),
        ("\u0130", "\u0130", "i\u0307"), ("\U00010428", "\U00010400", "\U00010428"), ("\ud83d", "\ud83d", "\ud83d"),
        ("\u1f80", "\u1f08\u0399", "\u1f80"), ("\u0149", "\u02bcN", "\u0149"),
        ("\u039f\u0394\u039f\u03a3", "\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2"),
        ("\u03a3", "\u03a3", "\u03c3"), ("A\u03a3B", "A\u03a3B", "a\u03c3b"), ("A\u03a3.", "A\u03a3.", "a\u03c2."),
        ("A\u03a3.B", "A\u03a3.B", "a\u03c3.b"), ("A'\u03a3", "A'\u03a3", "a'\u03c2"),
        ("1\u03a3", "1\u03a3", "1\u03c3"),
    ],
)  # fmt: skip
def test_case(kernels, text, upper, lower):
    assert mapped(kernels, text, "upper") == upper
    assert mapped(kernels, text, "lower") == lower


def test_random_texts_of_what_maps(kernels):
    """Python's own lower() knows the final sigma, so it can be compared with."""
    chance = random.Random(1)
    pool = [chr(p) for p in range(0x20000) if p not in SURROGATES and chr(p).swapcase() != chr(p)]
    pool += list("\u03a3\u03a3\u03a3'.:ab A\u0301\xad\u02b0\U0001d400\U000e0100") * 40
    for _ in range(20_000):
        text = "".join(chance.choices(pool, k=chance.randrange(1, 8)))
        assert mapped(kernels, text, "upper") == text.upper()
        assert mapped(kernels, text, "lower") == text.lower()


@given(st.text(max_size=30))
def test_any_text(kernels, text):
    assert mapped(kernels, text, "upper") == text.upper()
    assert mapped(kernels, text, "lower") == text.lower()


def test_simple_folding(kernels):
    for point in range(0x20000):
        folded = chr(point).casefold()
        if len(folded) == 1:
            assert kernels.fold_code_point(point) == ord(folded)
    assert kernels.fold_code_point(0x1E9E) == 0xDF
    assert kernels.fold_code_point(0x0130) == 0x0130
    assert kernels.fold_code_point(0x10FFFF) == 0x10FFFF


def test_canonical_units(kernels):
    for unit in range(0x10000):
        upper = chr(unit).upper() if unit not in SURROGATES else chr(unit)
        keeps = len(upper) != 1 or (unit >= 128 and ord(upper) < 128)
        assert kernels.canonical_unit(unit) == (unit if keeps else ord(upper))


def test_white_space(kernels):
    for unit in range(0x10000):
        expected = chr(unit) in "\t\n\v\f\r\u2028\u2029\ufeff" or unicodedata.category(chr(unit)) == "Zs"
        assert kernels.is_white_space(unit) == expected


def test_code_points(kernels):
    wide, start, end = kernels.put("a\U0001f600\ud83dz\ude00")
    points = [kernels.code_point_at(wide, start, end, i) for i in range(end - start)]
    assert points == [0x61, 0x1F600, 0xDE00, 0xD83D, 0x7A, 0xDE00]
    # A pair that the end of the text cuts is a lone surrogate.
    assert kernels.code_point_at(wide, start, start + 2, 1) == 0xD83D
    assert kernels.code_point_before(wide, start, start + 3) == 0x1F600
    assert kernels.code_point_before(wide, start + 2, start + 3) == 0xDE00
