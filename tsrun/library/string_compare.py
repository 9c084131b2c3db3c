"""String.prototype.localeCompare: an order of words for people, close to the root collation of Unicode.

Three levels decide in turn: first what the characters are (punctuation, digits, letters; other scripts by code point),
then accents, then case with the small letter first. Latin letters with accents are known up to U+024F and in U+1E00 ..
U+1EFF.
"""
from __future__ import annotations

import functools
import unicodedata

from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import POLL, deadline_passed
from tsrun.heap.layout import X_LIMIT, X_SLOW
from tsrun.heap.units import code_point_at
from tsrun.heap.values import boxed_int
from tsrun.library.string_arguments import answer, first_unit, flat_argument, flat_this, is_wide
from tsrun.library.unicode import case_entry
from tsrun.vm.tables import native

LATIN_END = 0x250
EXTRA_START, EXTRA_END = 0x1E00, 0x1F00
COMBINING_START, COMBINING_END = 0x300, 0x370
OTHER = 1 << 16
"""Primary weights of what has no entry in the table: its code point above this."""
OVERDUE = 1 << 40
"""What a comparison says when the time limit came first."""
_FIRST = "\t\n\v\f\r\x85 _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
_ORDER = "abcdefghijklmnopqrstuvwxyz"
_EXPANSIONS = {"æ": "ae", "ß": "ss", "œ": "oe", "ĳ": "ij", "þ": "th"}


@functools.cache
def _weights() -> tuple[list[int], list[int]]:
    """Primary weights (two letters at most, 8 bits each), and secondary << 1 | tertiary ones."""
    primary: list[int] = []
    others: list[int] = []
    ranks = {char: 2 + i for i, char in enumerate(_FIRST)}
    letters = {char: 2 + len(_FIRST) + 40 + i for i, char in enumerate(_ORDER)}
    for point in [*range(LATIN_END), *range(EXTRA_START, EXTRA_END)]:
        char = chr(point)
        lower = char.lower() if len(char.lower()) == 1 else char
        base = unicodedata.normalize("NFD", lower)
        spelt = _EXPANSIONS.get(base[0], base[0])
        accent = sum(ord(mark) - COMBINING_START + 1 for mark in base[1:]) + (1 if len(spelt) > 1 else 0)
        others.append(accent << 1 | (1 if char != lower else 0))
        if point < 128 and char in ranks:
            primary.append(ranks[char])
        elif all(letter in letters for letter in spelt):
            weight = letters[spelt[0]]
            primary.append(weight | letters[spelt[1]] << 8 if len(spelt) > 1 else weight)
        elif unicodedata.category(char) in {"Cc", "Cf"}:
            primary.append(0)
        elif unicodedata.category(char)[0] == "L":
            primary.append(255)
        else:
            primary.append(2 + len(_FIRST) + point % 32)
    return primary, others


constant("collation_primary", "int32", lambda: _weights()[0])
constant("collation_others", "int32", lambda: _weights()[1])


@kernel
def collation_place(h, point):
    """Place of a code point in the tables, -1 if it has none."""
    if point < LATIN_END:
        return point
    return point - EXTRA_START + LATIN_END if EXTRA_START <= point < EXTRA_END else -1


@kernel
def primary_weight(h, point):
    """Primary weight: 0 ignored; two letters as low byte first."""
    place = collation_place(h, point)
    if place >= 0:
        weight = h.collation_primary[place]
        return OTHER + point + case_entry(h, point, 0) if weight == 255 else weight
    if COMBINING_START <= point < COMBINING_END:
        return 0
    lower = case_entry(h, point, 0)
    return OTHER + point + (lower if lower < OTHER else 0)


@kernel
def other_weights(h, point):
    """Secondary weight << 1 | tertiary weight."""
    place = collation_place(h, point)
    if place >= 0:
        return h.collation_others[place]
    if COMBINING_START <= point < COMBINING_END:
        return (point - COMBINING_START + 1) << 1
    return 1 if case_entry(h, point, 0) else 0


@kernel
def same_start(h, a, b):
    """How many units two flat Latin-1 strings begin with alike: they decide nothing. 0 for wide ones: marks matter."""
    if is_wide(h, a) or is_wide(h, b):
        return 0
    shorter = h.length[a] if h.length[a] < h.length[b] else h.length[b]
    at_a = first_unit(h, a)
    at_b = first_unit(h, b)
    count = 0
    while count < shorter and h.chars8[at_a + count] == h.chars8[at_b + count]:
        count += 1
    return count


@kernel
def compare_primary(h, a, b, skip):
    """Difference of two flat strings on the first level, from unit `skip` on."""
    wide_a = is_wide(h, a)
    wide_b = is_wide(h, b)
    at_a = first_unit(h, a) + skip
    at_b = first_unit(h, b) + skip
    end_a = at_a + h.length[a] - skip
    end_b = at_b + h.length[b] - skip
    pending_a = 0
    pending_b = 0
    steps = 0
    while True:
        steps += 1
        if steps & POLL == 0 and deadline_passed(h):
            return OVERDUE
        while pending_a == 0 and at_a < end_a:
            point = code_point_at(h, wide_a, at_a, end_a, 0)
            at_a += 2 if point > 0xFFFF else 1
            pending_a = primary_weight(h, point)
        while pending_b == 0 and at_b < end_b:
            point = code_point_at(h, wide_b, at_b, end_b, 0)
            at_b += 2 if point > 0xFFFF else 1
            pending_b = primary_weight(h, point)
        if pending_a == 0 or pending_b == 0:
            return pending_a - pending_b
        one = pending_a if pending_a >= OTHER else pending_a & 0xFF
        two = pending_b if pending_b >= OTHER else pending_b & 0xFF
        if one != two:
            return one - two
        pending_a = 0 if pending_a >= OTHER else pending_a >> 8
        pending_b = 0 if pending_b >= OTHER else pending_b >> 8


@kernel
def collation_weight(h, point, accents):
    """Weight of a code point on the second level (accents) or the third."""
    weights = other_weights(h, point)
    return weights >> 1 if accents else weights & 1


@kernel
def compare_others(h, a, b, accents, skip):
    """Difference of two flat strings, the same on the first level, in accents or case; marks go with their letter."""
    wide_a = is_wide(h, a)
    wide_b = is_wide(h, b)
    at_a = first_unit(h, a) + skip
    at_b = first_unit(h, b) + skip
    end_a = at_a + h.length[a] - skip
    end_b = at_b + h.length[b] - skip
    steps = 0
    while at_a < end_a or at_b < end_b:
        steps += 1
        if steps & POLL == 0 and deadline_passed(h):
            return OVERDUE
        one = 0
        two = 0
        letters = 0
        while at_a < end_a:
            point = code_point_at(h, wide_a, at_a, end_a, 0)
            if primary_weight(h, point) != 0:
                letters += 1
                if letters > 1:
                    break
            one += collation_weight(h, point, accents)
            at_a += 2 if point > 0xFFFF else 1
        letters = 0
        while at_b < end_b:
            point = code_point_at(h, wide_b, at_b, end_b, 0)
            if primary_weight(h, point) != 0:
                letters += 1
                if letters > 1:
                    break
            two += collation_weight(h, point, accents)
            at_b += 2 if point > 0xFFFF else 1
        if one != two:
            return one - two
    return 0


@native("String.prototype.localeCompare", 1)
def string_locale_compare(h, fp, argc):
    """-1, 0 or 1: the order of two strings. Locales and options are left to the prelude."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    other = flat_argument(h, fp, argc, 0)
    if other < 0:
        return other
    if argc > 1:
        return X_SLOW
    skip = same_start(h, string, other)
    order = compare_primary(h, string, other, skip)
    if order == 0:
        order = compare_others(h, string, other, 1, skip)
    if order == 0:
        order = compare_others(h, string, other, 0, skip)
    if order == OVERDUE:
        return X_LIMIT
    return answer(h, fp, boxed_int(h, -1 if order < 0 else 1 if order > 0 else 0))
