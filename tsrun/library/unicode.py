"""Case mapping of strings by the Unicode character database that Python carries.

A table has an entry per code point, 0 for what maps to itself, stored once per distinct page of 64. An entry below
SPECIAL is the difference to the mapped code point; one above it is the place in `case_special` of a mapping to several
units: their number, then the units. Conversion is measure, then write, so that the caller reserves in between.
"""
from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import POLL, worked
from tsrun.heap.units import code_point_at, is_white_space, unit_at

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE_BITS = 6
PAGE_MASK = (1 << PAGE_BITS) - 1
CASE_LIMIT = 0x1F000
"""No code point from here on has a case mapping."""
KIND_LIMIT = 0x20000
"""From here on only tags and variation selectors are case-ignorable, and nothing is cased."""
SPECIAL = 1 << 24
CASED = 1
IGNORABLE = 2
LATIN_LIMIT = 0x100
CAPITAL_SIGMA = 0x3A3
SMALL_SIGMA = 0x3C3
FINAL_SIGMA = 0x3C2

# What WordBreakProperty calls MidLetter, MidNumLet and Single_Quote; with some categories they are case-ignorable.
_WORD_PUNCTUATION = "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a"


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]


def _pages(limit: int, entry: Callable[[int], int]) -> tuple[list[int], list[int]]:
    """The number of each page and the entries of the distinct pages."""
    size = 1 << PAGE_BITS
    known: dict[tuple[int, ...], int] = {}
    numbers = []
    for start in range(0, limit, size):
        page = tuple(entry(point) for point in range(start, start + size))
        numbers.append(known.setdefault(page, len(known)))
    return numbers, [value for page in known for value in page]


@functools.cache
def _case_tables() -> dict[str, list[int]]:
    special: list[int] = []
    places: dict[str, int] = {}

    def entry(point: int, mapped: str) -> int:
        if len(mapped) == 1:
            return ord(mapped) - point
        if mapped not in places:
            places[mapped] = len(special)
            special.extend([len(_units(mapped)), *_units(mapped)])
        return SPECIAL + places[mapped]

    def fold(point: int) -> int:
        """Simple case folding: what folds to several characters keeps to the simple lower case."""
        char = chr(point)
        folded = char.casefold()
        if len(folded) > 1:
            folded = char.lower() if len(char.lower()) == 1 else char
        return ord(folded) - point

    upper = _pages(CASE_LIMIT, lambda point: entry(point, chr(point).upper()))
    lower = _pages(CASE_LIMIT, lambda point: entry(point, chr(point).lower()))
    folds = _pages(CASE_LIMIT, fold)
    return {
        "upper_pages": upper[0], "upper_entries": upper[1], "lower_pages": lower[0], "lower_entries": lower[1],
        "fold_pages": folds[0], "fold_entries": folds[1], "special": special,
    }


@functools.cache
def _kind_tables() -> tuple[list[int], list[int]]:
    def kind(point: int) -> int:
        char = chr(point)
        category = unicodedata.category(char)
        cased = char.islower() or char.isupper() or category == "Lt"
        ignorable = category in {"Mn", "Me", "Cf", "Lm", "Sk"} or char in _WORD_PUNCTUATION
        return (CASED if cased else 0) | (IGNORABLE if ignorable else 0)

    return _pages(KIND_LIMIT, kind)


constant("upper_pages", "uint8", lambda: _case_tables()["upper_pages"])
constant("upper_entries", "int32", lambda: _case_tables()["upper_entries"])
constant("lower_pages", "uint8", lambda: _case_tables()["lower_pages"])
constant("lower_entries", "int32", lambda: _case_tables()["lower_entries"])
constant("fold_pages", "uint8", lambda: _case_tables()["fold_pages"])
constant("fold_entries", "int32", lambda: _case_tables()["fold_entries"])
constant("case_special", "uint16", lambda: _case_tables()["special"])
constant("kind_pages", "uint8", lambda: _kind_tables()[0])
constant("kind_entries", "uint8", lambda: _kind_tables()[1])


@kernel
def case_entry(h, point, upper):
    """The entry of a code point in the table for upper or lower case."""
    if point >= CASE_LIMIT:
        return 0
    if upper:
        return h.upper_entries[(h.upper_pages[point >> PAGE_BITS] << PAGE_BITS) | (point & PAGE_MASK)]
    return h.lower_entries[(h.lower_pages[point >> PAGE_BITS] << PAGE_BITS) | (point & PAGE_MASK)]


@kernel
def case_kind(h, point):
    """Whether a code point is CASED, IGNORABLE, both or neither (0)."""
    if point >= KIND_LIMIT:
        tag = point == 0xE0001 or 0xE0020 <= point <= 0xE007F or 0xE0100 <= point <= 0xE01EF
        return IGNORABLE if tag else 0
    return h.kind_entries[(h.kind_pages[point >> PAGE_BITS] << PAGE_BITS) | (point & PAGE_MASK)]


@kernel
def fold_code_point(h, point):
    """Simple case folding: how /iu compares."""
    if point >= CASE_LIMIT:
        return point
    return point + h.fold_entries[(h.fold_pages[point >> PAGE_BITS] << PAGE_BITS) | (point & PAGE_MASK)]


@kernel
def canonical_unit(h, unit):
    """How /i without u compares: the upper case of a unit, if that is one unit and does not become ASCII."""
    entry = case_entry(h, unit, 1)
    if entry == 0 or entry >= SPECIAL:
        return unit
    mapped = unit + entry
    return unit if mapped > 0xFFFF or (unit >= 128 and mapped < 128) else mapped


@kernel
def code_point_before(h, wide, start, end):
    """The code point that ends before index `end` of a text that begins at `start`."""
    trail = unit_at(h, wide, end - 1)
    if trail & 0xFC00 != 0xDC00 or end - 2 < start:
        return trail
    lead = unit_at(h, wide, end - 2)
    if lead & 0xFC00 != 0xD800:
        return trail
    return ((lead & 0x3FF) << 10) + (trail & 0x3FF) + 0x10000


@kernel
def is_final_sigma(h, wide, start, end, at):
    """1 if the capital sigma at an index ends a word: a cased letter before it, none after, ignorables aside."""
    before = at
    kind = IGNORABLE
    while before > start and kind & IGNORABLE:
        point = code_point_before(h, wide, start, before)
        kind = case_kind(h, point)
        before -= 2 if point > 0xFFFF else 1
        if worked(h, 1):
            return 0
    if not kind & CASED or kind & IGNORABLE:
        return 0
    after = at + 1
    kind = IGNORABLE
    while after < end and kind & IGNORABLE:
        point = code_point_at(h, wide, 0, end, after)
        kind = case_kind(h, point)
        after += 2 if point > 0xFFFF else 1
        if worked(h, 1):
            return 0
    return 0 if kind & CASED and not kind & IGNORABLE else 1


@kernel
def case_length(h, wide, start, end, upper):
    """Measure a text in upper (1) or lower (0) case.

    -1 if it is the same text (or the time is up); else twice the number of units, plus 1 if one of them is beyond
    Latin-1.
    """
    changed = 0
    length = 0
    units = 0
    at = start
    while at < end:
        point = code_point_at(h, wide, 0, end, at)
        size = 2 if point > 0xFFFF else 1
        at += size
        if at & POLL < size and worked(h, POLL):
            return -1
        entry = case_entry(h, point, upper)
        if entry == 0:
            length += size
            units |= point
        elif entry < SPECIAL:
            changed = 1
            point += entry
            length += 2 if point > 0xFFFF else 1
            units |= point
        else:
            changed = 1
            place = entry - SPECIAL
            count = h.case_special[place]
            length += count
            for i in range(1, count + 1):
                units |= h.case_special[place + i]
    if changed == 0:
        return -1
    return length * 2 + (1 if units >= LATIN_LIMIT else 0)


@kernel(inline=True)
def put_unit(h, wide, at, unit):
    """Write a unit into `chars16` if wide, else into `chars8`."""
    if wide:
        h.chars16[at] = unit
    else:
        h.chars8[at] = unit
    return at + 1


@kernel
def put_code_point(h, wide, at, point):
    """Write a code point as one or two units; returns the index after it."""
    if point <= 0xFFFF:
        return put_unit(h, wide, at, point)
    put_unit(h, wide, at, 0xD800 + ((point - 0x10000) >> 10))
    return put_unit(h, wide, at + 1, 0xDC00 + (point & 0x3FF))


@kernel
def case_write(h, wide, start, end, upper, to_wide, to):
    """Write a text in upper (1) or lower (0) case to index `to` of its new payload, as case_length() measured it."""
    at = start
    while at < end:
        point = code_point_at(h, wide, 0, end, at)
        entry = case_entry(h, point, upper)
        if entry >= SPECIAL:
            place = entry - SPECIAL
            for i in range(1, h.case_special[place] + 1):
                to = put_unit(h, to_wide, to, h.case_special[place + i])
        elif point == CAPITAL_SIGMA and not upper:
            to = put_unit(h, to_wide, to, FINAL_SIGMA if is_final_sigma(h, wide, start, end, at) else SMALL_SIGMA)
        else:
            to = put_code_point(h, to_wide, to, point + entry)
        at += 2 if point > 0xFFFF else 1
        if at & POLL < 2 and worked(h, POLL):
            break
    return to


@kernel
def upper_length(h, wide, start, end):
    """Measure toUpperCase: -1 for the same text, else twice the length, plus 1 if it needs 16-bit units."""
    return case_length(h, wide, start, end, 1)


@kernel
def upper_write(h, wide, start, end, to_wide, to):
    """Write toUpperCase to index `to`; returns the index after it."""
    return case_write(h, wide, start, end, 1, to_wide, to)


@kernel
def lower_length(h, wide, start, end):
    """Measure toLowerCase: -1 for the same text, else twice the length, plus 1 if it needs 16-bit units."""
    return case_length(h, wide, start, end, 0)


@kernel
def lower_write(h, wide, start, end, to_wide, to):
    """Write toLowerCase to index `to`; returns the index after it."""
    return case_write(h, wide, start, end, 0, to_wide, to)


__all__ = [
    "canonical_unit", "case_length", "case_write", "code_point_at", "fold_code_point", "is_white_space",
    "lower_length", "lower_write", "upper_length", "upper_write",
]
