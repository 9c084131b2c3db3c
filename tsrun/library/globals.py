"""encodeURI, decodeURI and their Component forms: UTF-8 in percent escapes (section 19.2.6); small internals."""
from __future__ import annotations

from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import throw_plain, worked
from tsrun.heap.layout import E_STRING_LENGTH, FIRST_CHAR, GLOBAL_OBJECT, ID, OBJECT, STRING, TRUE, UNDEFINED, X_COLLECT
from tsrun.heap.numbers_parse import digit_value
from tsrun.heap.strings import MAX_LENGTH, flatten, new_string, reserve_string
from tsrun.heap.units import code_point_at, unit_at
from tsrun.heap.values import boxed_int
from tsrun.library.string_arguments import answer, first_unit, is_wide, set_unit
from tsrun.vm.frames import current_argc
from tsrun.vm.tables import native

PERCENT = 37
PLAIN = 1
"""Neither form escapes it."""
RESERVED = 2
"""Only the Component form escapes it, and only that one unescapes it."""
MALFORMED = -1
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()"
_RESERVED = ";/?:@&=+$,#"


def _uri_kinds() -> list[int]:
    return [PLAIN if chr(i) in _PLAIN else RESERVED if chr(i) in _RESERVED else 0 for i in range(128)]


constant("uri_kind", "uint8", _uri_kinds)
constant("hex_digit", "uint8", list(b"0123456789ABCDEF"))


@kernel
def put_escape(h, made, at, byte):
    """Write %XX into a string that is being made (0: only count); the index after it."""
    if made:
        set_unit(h, made, 0, at, PERCENT)
        set_unit(h, made, 0, at + 1, h.hex_digit[byte >> 4])
        set_unit(h, made, 0, at + 2, h.hex_digit[byte & 15])
    return at + 3


@kernel
def encode_uri(h, string, component, made):
    """Escape a flat string into one that is being made (0: only count). Its length; MALFORMED: a lone surrogate."""
    wide = is_wide(h, string)
    start = first_unit(h, string)
    end = start + h.length[string]
    at = 0
    while start < end:
        point = code_point_at(h, wide, start, end, 0)
        start += 2 if point > 0xFFFF else 1
        if worked(h, 4):
            return MALFORMED
        if 0xD800 <= point < 0xE000:
            return MALFORMED
        if point < 0x80:
            kind = h.uri_kind[point]
            if kind == PLAIN or (kind == RESERVED and component == 0):
                if made:
                    set_unit(h, made, 0, at, point)
                at += 1
            else:
                at = put_escape(h, made, at, point)
        elif point < 0x800:
            at = put_escape(h, made, at, 0xC0 | point >> 6)
            at = put_escape(h, made, at, 0x80 | point & 63)
        elif point < 0x10000:
            at = put_escape(h, made, at, 0xE0 | point >> 12)
            at = put_escape(h, made, at, 0x80 | point >> 6 & 63)
            at = put_escape(h, made, at, 0x80 | point & 63)
        else:
            at = put_escape(h, made, at, 0xF0 | point >> 18)
            at = put_escape(h, made, at, 0x80 | point >> 12 & 63)
            at = put_escape(h, made, at, 0x80 | point >> 6 & 63)
            at = put_escape(h, made, at, 0x80 | point & 63)
    return at


@native("$encodeUri", 2)
def native_encode_uri(h, fp, argc):
    """$encodeUri(text, component): the escaped text, undefined if it is malformed."""
    string = h.regs[fp + 2] & ID
    if flatten(h, string) == 0:
        return X_COLLECT
    component = 1 if h.regs[fp + 3] == TRUE else 0
    length = encode_uri(h, string, component, 0)
    if length < 0:
        return answer(h, fp, UNDEFINED)
    if length == h.length[string]:
        return answer(h, fp, STRING | string)
    if length > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if reserve_string(h, length, 0) == 0:
        return X_COLLECT
    made = new_string(h, length, 0)
    encode_uri(h, string, component, made)
    return answer(h, fp, STRING | made)


@kernel
def escaped_byte(h, wide, at, end):
    """The byte that %XX at an index stands for, or MALFORMED."""
    if at + 2 >= end or unit_at(h, wide, at) != PERCENT:
        return MALFORMED
    high = digit_value(unit_at(h, wide, at + 1))
    low = digit_value(unit_at(h, wide, at + 2))
    return high << 4 | low if high < 16 and low < 16 else MALFORMED


@kernel
def escaped_point(h, wide, at, end):
    """The code point that the escapes at an index stand for, in UTF-8, or MALFORMED."""
    byte = escaped_byte(h, wide, at, end)
    if byte < 0x80:
        return byte
    if byte < 0xC2 or byte > 0xF4:
        return MALFORMED
    more = 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
    point = byte & (0x3F >> more)
    for i in range(more):
        byte = escaped_byte(h, wide, at + 3 + 3 * i, end)
        if byte & ~0x3F != 0x80:
            return MALFORMED
        point = point << 6 | byte & 63
    if (more == 2 and point < 0x800) or (more == 3 and point < 0x10000):
        return MALFORMED
    return MALFORMED if point > 0x10FFFF or 0xD800 <= point < 0xE000 else point


@kernel
def escape_size(point):
    """Number of units of the escapes of a code point."""
    return 3 if point < 0x80 else 6 if point < 0x800 else 9 if point < 0x10000 else 12


@kernel
def decode_uri(h, string, component, made, to_wide):
    """Unescape a flat string into one that is being made (0: only measure).

    Twice the length, plus 1 if a unit is beyond Latin-1; or MALFORMED.
    """
    wide = is_wide(h, string)
    start = first_unit(h, string)
    end = start + h.length[string]
    at = 0
    units = 0
    while start < end:
        point = unit_at(h, wide, start)
        size = 1
        if worked(h, 4):
            return MALFORMED
        if point == PERCENT:
            point = escaped_point(h, wide, start, end)
            if point < 0:
                return MALFORMED
            size = escape_size(point)
            if point < 0x80 and h.uri_kind[point] == RESERVED and component == 0:
                point = PERCENT
                size = 1
        start += size
        units |= point
        if point > 0xFFFF:
            if made:
                set_unit(h, made, 1, at, 0xD800 + (point - 0x10000 >> 10))
                set_unit(h, made, 1, at + 1, 0xDC00 + (point & 0x3FF))
            at += 2
        else:
            if made:
                set_unit(h, made, to_wide, at, point)
            at += 1
    return at << 1 | (1 if units > 255 else 0)


@native("$decodeUri", 2)
def native_decode_uri(h, fp, argc):
    """$decodeUri(text, component): the unescaped text, undefined if it is malformed."""
    string = h.regs[fp + 2] & ID
    if flatten(h, string) == 0:
        return X_COLLECT
    component = 1 if h.regs[fp + 3] == TRUE else 0
    measured = decode_uri(h, string, component, 0, 0)
    if measured < 0:
        return answer(h, fp, UNDEFINED)
    length = measured >> 1
    wide = measured & 1
    if length == h.length[string]:
        return answer(h, fp, STRING | string)
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    made = new_string(h, length, wide)
    decode_uri(h, string, component, made, wide)
    if length == 1 and wide == 0:
        made = FIRST_CHAR + h.chars8[first_unit(h, made)]
    return answer(h, fp, STRING | made)


@native("$globalObject", 0)
def global_object(h, fp, argc):
    """$globalObject()"""
    return answer(h, fp, OBJECT | GLOBAL_OBJECT)


@native("$argumentCount", 0)
def argument_count(h, fp, argc):
    """$argumentCount(): how many arguments the function that asks was called with."""
    return answer(h, fp, boxed_int(h, current_argc(h)))
