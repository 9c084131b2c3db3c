"""Lines and columns as editors count them, and the picture of a place."""

from __future__ import annotations

import pytest

from tsrun.syntax.errors import SourceError
from tsrun.syntax.positions import Positions, describe


@pytest.mark.parametrize(
    ("source", "marked", "line", "column"),
    [
        ("abc", "a", 1, 1), ("abc", "c", 1, 3), ("a\nb", "b", 2, 1), ("a\r\nb", "b", 2, 1), ("a\rb", "b", 2, 1),
        ("a\u2028b", "b", 2, 1), ("a\u2029b", "b", 2, 1), ("é b", "b", 1, 3), ("😀 b", "b", 1, 4),
        ("\n\n  b", "b", 3, 3),
        ("\ufeffb", "b", 1, 1), ("\ufeff\nb", "b", 2, 1), ("a\n\rb", "b", 3, 1), ("日本b", "b", 1, 3),
    ],
)  # fmt: skip
def test_line_and_column(source, marked, line, column):
    assert Positions(source.encode()).line_column(source.encode().index(marked.encode())) == (line, column)


def test_the_end_and_what_lies_outside():
    positions = Positions(b"a\nbc")
    assert positions.line_column(4) == (2, 3)
    assert positions.line_column(99) == (2, 3)
    assert positions.line_column(-1) == (1, 1)
    assert Positions(b"").line_column(0) == (1, 1)
    assert Positions(b"a\n").line_column(2) == (2, 1)


def picture(source, marked):
    data = source.encode()
    start = data.index(marked.encode())
    return Positions(data).picture(start, start + len(marked.encode()))


def test_carets_stand_below_the_text():
    assert picture("let a = 1;\nlet bcd = 2;", "bcd") == "let bcd = 2;\n    ^^^"
    assert picture("é😀 = bcd", "bcd") == "é😀 = bcd\n     ^^^"
    assert picture("\tx", "x") == "    x\n    ^"
    assert picture("\ufeffx y", "x") == "x y\n^"
    assert picture("f(a\nb)", "(a\nb") == "f(a\n ^^"
    assert Positions(b"a").picture(1, 1) == "a\n ^"


def test_a_long_line_is_shown_around_the_place():
    text, marks = picture("a" * 500 + "xyz" + "b" * 500, "xyz").split("\n")
    assert len(text) == 160
    assert text[marks.index("^") : marks.rindex("^") + 1] == "xyz"


def test_describe():
    error = SourceError("Unexpected token ')'", 6, 7)
    assert describe(error, b"a;\nb =);", "dir/f.ts") == "dir/f.ts:2:4\nb =);\n   ^\n\nSyntaxError: Unexpected token ')'"
