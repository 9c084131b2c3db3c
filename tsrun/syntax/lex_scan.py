"""Scanners of the lexer: what is not a token of one or two bytes, each from its first byte to behind its last.

A scanner returns a place as syntax/lexer says: with `| SEEN_ESCAPE`, or `-1 - (message << 32 | place)` for an error.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.syntax import tokens as t
from tsrun.syntax.lex_tables import (
    CLASS_DIGIT, CLASS_WORD, HASH_FIRST, HASH_LAST, HASH_LENGTH, HASH_MASK, HASH_SECOND,
)

SEEN_ESCAPE = 1 << 32
PLACE_MASK = (1 << 32) - 1

NUMBER = t.NUMBER
BIGINT = t.BIGINT
NAME = t.NAME
FIRST_WORD = t.FIRST_WORD
BAD_TOKEN = t.BAD_TOKEN
UNTERMINATED_STRING = t.UNTERMINATED_STRING
UNTERMINATED_TEMPLATE = t.UNTERMINATED_TEMPLATE
UNTERMINATED_REGEXP = t.UNTERMINATED_REGEXP
UNTERMINATED_COMMENT = t.UNTERMINATED_COMMENT
BAD_NUMBER = t.BAD_NUMBER
LEGACY_OCTAL = t.LEGACY_OCTAL
LEADING_ZERO = t.LEADING_ZERO
BAD_SEPARATOR = t.BAD_SEPARATOR
BAD_NAME_ESCAPE = t.BAD_NAME_ESCAPE


@kernel
def lex_error(h, message, place):
    """What a scanner returns for an error at a place."""
    return -1 - (message << 32 | place)


# ---- characters beyond ASCII


@kernel
def lex_code_point(h, pos):
    """The character at a byte of 0x80 or above, as `code point | bytes << 32`; -1 code points for what is not UTF-8."""
    lead = h.src[pos]
    if lead >= 0xF0:
        rest = (h.src[pos + 1] & 63) << 12 | (h.src[pos + 2] & 63) << 6 | (h.src[pos + 3] & 63)
        return (lead & 7) << 18 | rest | 4 << 32
    if lead >= 0xE0:
        return (lead & 15) << 12 | (h.src[pos + 1] & 63) << 6 | (h.src[pos + 2] & 63) | 3 << 32
    if lead >= 0xC0:
        return (lead & 31) << 6 | (h.src[pos + 1] & 63) | 2 << 32
    return 0xFFFD | 1 << 32


@kernel
def lex_is_id(h, code, part):
    """Whether a code point may begin (part 0) or go on with (part 1) an identifier."""
    if code > 0x10FFFF:
        return 0
    if code < 128:
        return 1 if h.lex_word[code] == 1 and (part == 1 or h.lex_class[code] == CLASS_WORD) else 0
    block = h.lex_id_part[code >> 8] if part == 1 else h.lex_id_start[code >> 8]
    return h.lex_id_bits[block * 8 + (code >> 5 & 7)] >> (code & 31) & 1


@kernel
def lex_is_space(h, code):
    """Whether a code point beyond ASCII is white space (1) or ends a line (2)."""
    if code == 0x2028 or code == 0x2029:
        return 2
    if code == 0xA0 or code == 0xFEFF or code == 0x1680 or (code >= 0x2000 and code <= 0x200A):
        return 1
    return 1 if code == 0x202F or code == 0x205F or code == 0x3000 else 0


@kernel
def lex_hex_digit(h, byte):
    """The value of a hexadecimal digit, or 16."""
    if byte >= 48 and byte <= 57:
        return byte - 48
    letter = byte | 32
    return letter - 87 if letter >= 97 and letter <= 102 else 16


@kernel
def lex_name_escape(h, pos):
    """A Unicode escape of a name at pos, as `code point | bytes << 32`; a code point of 0x110000 where it is none."""
    if h.src[pos + 1] != 117:
        return 0x110000
    code = 0
    if h.src[pos + 2] == 123:
        at = pos + 3
        while lex_hex_digit(h, h.src[at]) < 16:
            code = code << 4 | lex_hex_digit(h, h.src[at])
            if code > 0x10FFFF:
                return 0x110000
            at += 1
        if h.src[at] != 125 or at == pos + 3:
            return 0x110000
        return code | (at + 1 - pos) << 32
    for at in range(pos + 2, pos + 6):
        digit = lex_hex_digit(h, h.src[at])
        if digit > 15:
            return 0x110000
        code = code << 4 | digit
    return code | 6 << 32


@kernel
def lex_slow_word(h, start, pos):
    """A word from pos on that has an escape or a character beyond ASCII; start is where the word begins."""
    escaped = 0
    while True:
        kind = h.lex_word[h.src[pos]]
        if kind == 1:
            pos += 1
        elif kind == 0:
            return pos | escaped
        else:
            backslash = h.src[pos] == 92
            character = lex_name_escape(h, pos) if backslash else lex_code_point(h, pos)
            code = character & PLACE_MASK
            if lex_is_id(h, code, 0 if pos == start else 1) == 0:
                if backslash:
                    return lex_error(h, BAD_NAME_ESCAPE, pos)
                return lex_error(h, BAD_TOKEN, pos) if pos == start else pos | escaped
            pos += character >> 32
            if backslash:
                escaped = SEEN_ESCAPE


@kernel
def lex_word_kind(h, start, end):
    """NAME, or the kind of the keyword that these bytes spell."""
    length = end - start
    slot = (length * HASH_LENGTH + h.src[start] * HASH_FIRST + h.src[start + 1] * HASH_SECOND
            + h.src[end - 1] * HASH_LAST) & HASH_MASK
    kind = h.lex_keyword[slot]
    if kind == 0:
        return NAME
    at = h.lex_spelling_start[kind - FIRST_WORD]
    if h.lex_spelling_start[kind - FIRST_WORD + 1] - at != length:
        return NAME
    for place in range(length):
        if h.src[start + place] != h.lex_spelling[at + place]:
            return NAME
    return kind


# ---- numbers


@kernel
def lex_digits(h, pos, base):
    """Digits of a base from pos on with single separators between them: the place behind, or an error. May be none."""
    while True:
        byte = h.src[pos]
        if byte == 95:
            if lex_hex_digit(h, h.src[pos - 1]) >= base or lex_hex_digit(h, h.src[pos + 1]) >= base:
                return lex_error(h, BAD_SEPARATOR, pos)
        elif lex_hex_digit(h, byte) >= base:
            return pos
        pos += 1


@kernel
def lex_number(h, pos):
    """Any number at pos (a digit or a dot)."""
    start = pos
    second = h.src[pos + 1] | 32
    if h.src[pos] == 48 and (second == 120 or second == 111 or second == 98):
        base = 16 if second == 120 else 8 if second == 111 else 2
        pos = lex_digits(h, pos + 2, base) if h.src[start + 2] != 95 else lex_error(h, BAD_SEPARATOR, start + 2)
        if pos == start + 2:
            return lex_error(h, BAD_NUMBER, start)
        return pos
    if h.src[pos] == 48 and h.lex_class[h.src[pos + 1]] == CLASS_DIGIT:
        pos += 1
        while h.src[pos] >= 48 and h.src[pos] <= 55:
            pos += 1
        return lex_error(h, LEADING_ZERO if h.lex_class[h.src[pos]] == CLASS_DIGIT else LEGACY_OCTAL, start)
    if h.src[pos] == 48 and h.src[pos + 1] == 95:
        return lex_error(h, BAD_SEPARATOR, pos + 1)
    pos = lex_digits(h, pos, 10)
    if pos >= 0 and h.src[pos] == 46:
        pos += 1
        pos = lex_digits(h, pos, 10) if h.src[pos] != 95 else lex_error(h, BAD_SEPARATOR, pos)
    if pos >= 0 and h.src[pos] | 32 == 101:
        pos += 2 if h.src[pos + 1] == 43 or h.src[pos + 1] == 45 else 1
        if h.lex_class[h.src[pos]] != CLASS_DIGIT:
            return lex_error(h, BAD_NUMBER, start)
        pos = lex_digits(h, pos, 10)
    return pos


@kernel
def lex_number_kind(h, start, pos):
    """NUMBER or BIGINT for the digits from start to pos: an `n` behind them may only follow an integer."""
    if h.src[pos] != 110:
        return NUMBER
    if h.src[start] == 48 and h.src[start + 1] > 57:
        second = h.src[start + 1] | 32
        return NUMBER if second == 101 else BIGINT
    at = start
    while at < pos:
        if h.src[at] == 46 or h.src[at] == 101 or h.src[at] == 69:
            return NUMBER
        at += 1
    return BIGINT


# ---- strings, templates, regular expressions, comments


@kernel
def lex_string(h, pos, n):
    """A string from its opening quote at pos."""
    start = pos
    quote = h.src[pos]
    escaped = 0
    pos += 1
    while True:
        byte = h.src[pos]
        if byte == quote:
            return pos + 1 | escaped
        if byte == 92:
            escaped = SEEN_ESCAPE
            pos += 2 if h.src[pos + 1] != 13 or h.src[pos + 2] != 10 else 3
        elif byte == 10 or byte == 13:
            return lex_error(h, UNTERMINATED_STRING, start)
        else:
            pos += 1
        if pos >= n:
            return lex_error(h, UNTERMINATED_STRING, start)


@kernel
def lex_template(h, pos, n):
    """A piece of a template from its backtick or brace at pos, its closing backtick or `${` included."""
    start = pos
    escaped = 0
    pos += 1
    while pos < n:
        byte = h.src[pos]
        if byte == 96:
            return pos + 1 | escaped
        if byte == 36 and h.src[pos + 1] == 123:
            return pos + 2 | escaped
        if byte == 92:
            escaped = SEEN_ESCAPE
            pos += 1
        pos += 1
    return lex_error(h, UNTERMINATED_TEMPLATE, start)


@kernel
def lex_regexp(h, pos, n):
    """A regular expression with its flags from its slash at pos."""
    start = pos
    in_class = 0
    pos += 1
    while True:
        byte = h.src[pos]
        if byte == 92:
            pos += 1
            byte = h.src[pos]
        elif byte == 47 and in_class == 0:
            break
        elif byte == 91:
            in_class = 1
        elif byte == 93:
            in_class = 0
        line_end = byte == 0xE2 and h.src[pos + 1] == 0x80 and h.src[pos + 2] & 0xFE == 0xA8
        if byte == 10 or byte == 13 or line_end or pos >= n:
            return lex_error(h, UNTERMINATED_REGEXP, start)
        pos += 1
    return lex_slow_word(h, start, pos + 1)


@kernel
def lex_line_comment(h, pos, n):
    """The place of the line's end that closes a comment."""
    while pos < n:
        byte = h.src[pos]
        if byte == 10 or byte == 13:
            return pos
        if byte == 0xE2 and h.src[pos + 1] == 0x80 and h.src[pos + 2] & 0xFE == 0xA8:
            return pos
        pos += 1
    return pos


@kernel
def lex_block_comment(h, pos, n):
    """The place behind a comment that begins at pos, with SEEN_ESCAPE if it has a line's end."""
    start = pos
    pos += 2
    newline = 0
    while pos < n:
        byte = h.src[pos]
        if byte == 42 and h.src[pos + 1] == 47:
            return pos + 2 | newline
        if byte == 10 or byte == 13 or (byte == 0xE2 and h.src[pos + 1] == 0x80 and h.src[pos + 2] & 0xFE == 0xA8):
            newline = SEEN_ESCAPE
        pos += 1
    return lex_error(h, UNTERMINATED_COMMENT, start)


# ---- operators of several characters


@kernel
def lex_operator(h, pos):
    """An operator at pos as `kind | bytes << 32`. (`>` and `/` are not among these.)"""
    first = h.src[pos]
    second = h.src[pos + 1]
    third = h.src[pos + 2]
    if first == 61:
        if second == 61:
            return t.STRICT_EQUAL | 3 << 32 if third == 61 else t.EQUAL | 2 << 32
        return t.ARROW | 2 << 32 if second == 62 else t.ASSIGN | 1 << 32
    if first == 63:
        if second == 63:
            return t.NULLISH_ASSIGN | 3 << 32 if third == 61 else t.NULLISH | 2 << 32
        if second == 46 and h.lex_class[third] != CLASS_DIGIT:
            return t.QUESTION_DOT | 2 << 32
        return t.QUESTION | 1 << 32
    if first == 33:
        if second == 61:
            return t.STRICT_NOT_EQUAL | 3 << 32 if third == 61 else t.NOT_EQUAL | 2 << 32
        return t.BANG | 1 << 32
    if first == 43:
        return (t.INCREMENT | 2 << 32 if second == 43 else
                t.PLUS_ASSIGN | 2 << 32 if second == 61 else t.PLUS | 1 << 32)
    if first == 45:
        return (t.DECREMENT | 2 << 32 if second == 45 else
                t.MINUS_ASSIGN | 2 << 32 if second == 61 else t.MINUS | 1 << 32)
    if first == 38:
        if second == 38:
            return t.AND_ASSIGN | 3 << 32 if third == 61 else t.AND | 2 << 32
        return t.AMPERSAND_ASSIGN | 2 << 32 if second == 61 else t.AMPERSAND | 1 << 32
    if first == 124:
        if second == 124:
            return t.OR_ASSIGN | 3 << 32 if third == 61 else t.OR | 2 << 32
        return t.BAR_ASSIGN | 2 << 32 if second == 61 else t.BAR | 1 << 32
    if first == 60:
        if second == 60:
            return t.SHIFT_LEFT_ASSIGN | 3 << 32 if third == 61 else t.SHIFT_LEFT | 2 << 32
        return t.LESS_EQUAL | 2 << 32 if second == 61 else t.LESS | 1 << 32
    if first == 42:
        if second == 42:
            return t.POWER_ASSIGN | 3 << 32 if third == 61 else t.POWER | 2 << 32
        return t.STAR_ASSIGN | 2 << 32 if second == 61 else t.STAR | 1 << 32
    if first == 37:
        return t.PERCENT_ASSIGN | 2 << 32 if second == 61 else t.PERCENT | 1 << 32
    return t.CARET_ASSIGN | 2 << 32 if second == 61 else t.CARET | 1 << 32
