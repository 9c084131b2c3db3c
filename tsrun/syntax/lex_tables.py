"""The constant tables of the lexer kernel: what a byte, a code point, a word and a token kind mean to it."""
from __future__ import annotations

import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from tsrun.heap.arena import constant
from tsrun.syntax import tokens as t

if TYPE_CHECKING:
    from collections.abc import Callable

# ---- classes of bytes: what a token that begins with the byte is
CLASS_BAD, CLASS_SPACE, CLASS_LF, CLASS_CR, CLASS_WORD, CLASS_DIGIT, CLASS_QUOTE, CLASS_BACKTICK = range(8)
CLASS_SLASH, CLASS_SINGLE, CLASS_RBRACE, CLASS_DOT, CLASS_OPERATOR, CLASS_SLOW_WORD, CLASS_HASH = range(8, 15)
CLASS_FOREIGN = 15

_SINGLE = {"{": t.LBRACE, "(": t.LPAREN, ")": t.RPAREN, "[": t.LBRACKET, "]": t.RBRACKET, ";": t.SEMICOLON,
           ",": t.COMMA, ":": t.COLON, "~": t.TILDE, "@": t.AT, ">": t.GREATER}


def _byte_classes() -> list[int]:
    table = [CLASS_BAD] * 128 + [CLASS_FOREIGN] * 128
    for characters, value in (
        (" \t\v\f", CLASS_SPACE), ("\n", CLASS_LF), ("\r", CLASS_CR), ("0123456789", CLASS_DIGIT),
        ("'\"", CLASS_QUOTE), ("`", CLASS_BACKTICK), ("/", CLASS_SLASH), ("".join(_SINGLE), CLASS_SINGLE),
        ("}", CLASS_RBRACE), (".", CLASS_DOT), ("?<=!+-*%&|^", CLASS_OPERATOR), ("\\", CLASS_SLOW_WORD),
        ("#", CLASS_HASH), ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_", CLASS_WORD),
    ):
        for character in characters:
            table[ord(character)] = value
    return table


def _word_bytes() -> list[int]:
    """1 for bytes that go on with a word, 2 for those that need a closer look: a backslash or a longer character."""
    return [1 if chr(byte).isalnum() or chr(byte) in "$_" else 2 if chr(byte) == "\\" else 0
            for byte in range(128)] + [2] * 128


constant("lex_class", "uint8", _byte_classes())
constant("lex_word", "uint8", _word_bytes())
constant("lex_single", "uint8", [_SINGLE.get(chr(byte), 0) for byte in range(256)])

# ---- keywords: a perfect hash over length, first, second and last byte
_WORDS = [(text, kind) for kind, text in enumerate(t.TEXTS) if t.FIRST_WORD <= kind < t.NAME]
LONGEST_WORD = max(len(text) for text, _ in _WORDS)
HASH_LENGTH, HASH_FIRST, HASH_SECOND, HASH_LAST, HASH_MASK = 29, 105, 33, 17, 255


def word_slot(text: str) -> int:
    """The place of a keyword in `lex_keyword`; the kernel computes the same."""
    return (len(text) * HASH_LENGTH + ord(text[0]) * HASH_FIRST + ord(text[1]) * HASH_SECOND
            + ord(text[-1]) * HASH_LAST) & HASH_MASK


def _keyword_slots() -> list[int]:
    slots = [0] * (HASH_MASK + 1)
    for text, kind in _WORDS:
        slots[word_slot(text)] = kind
    return slots


_SPELLINGS = "".join(text for text, _ in _WORDS)
_FIRST_BYTE = [0]
for _text, _ in _WORDS:
    _FIRST_BYTE.append(_FIRST_BYTE[-1] + len(_text))

constant("lex_keyword", "uint8", _keyword_slots())
constant("lex_spelling", "uint8", list(_SPELLINGS.encode()))
# Indexed by kind - FIRST_WORD; the next entry is where the word ends.
constant("lex_spelling_start", "int32", _FIRST_BYTE)

# ---- what a token does to the guess between a regular expression and a division
(EFFECT_EXPECTS_OPERAND, EFFECT_ENDS_OPERAND, EFFECT_LPAREN, EFFECT_RPAREN, EFFECT_LBRACE, EFFECT_RBRACE,
 EFFECT_TEMPLATE_HEAD, EFFECT_TEMPLATE_TAIL, EFFECT_POSTFIX) = range(9)


def _effects() -> list[int]:
    table = [EFFECT_EXPECTS_OPERAND] * t.KIND_COUNT
    for kind in (t.NUMBER, t.BIGINT, t.STRING, t.REGEXP, t.TEMPLATE, t.PRIVATE_NAME, t.RBRACKET,
                 t.THIS, t.SUPER, t.NULL, t.TRUE, t.FALSE, *range(t.FIRST_STRICT, t.KIND_COUNT)):
        table[kind] = EFFECT_ENDS_OPERAND
    table[t.YIELD] = table[t.AWAIT] = table[t.OF] = EFFECT_EXPECTS_OPERAND
    table[t.LPAREN], table[t.RPAREN] = EFFECT_LPAREN, EFFECT_RPAREN
    table[t.LBRACE], table[t.RBRACE] = EFFECT_LBRACE, EFFECT_RBRACE
    table[t.TEMPLATE_HEAD], table[t.TEMPLATE_TAIL] = EFFECT_TEMPLATE_HEAD, EFFECT_TEMPLATE_TAIL
    table[t.BANG] = table[t.INCREMENT] = table[t.DECREMENT] = EFFECT_POSTFIX
    return table


def _flags_of(*kinds: int) -> list[int]:
    return [1 if kind in kinds else 0 for kind in range(t.KIND_COUNT)]


constant("lex_effect", "uint8", _effects())
# After these a brace opens a block even though an operand could follow.
constant("lex_before_block", "uint8", _flags_of(
    t.END, t.SEMICOLON, t.LBRACE, t.RBRACE, t.RPAREN, t.ARROW, t.GREATER, t.ELSE, t.DO, t.TRY, t.FINALLY))
# The closing parenthesis of these is followed by a statement.
constant("lex_before_head", "uint8", _flags_of(t.IF, t.WHILE, t.FOR, t.WITH))

# ---- identifier characters beyond ASCII: a bit a code point, in blocks of 256 of which most are alike
_OTHER_START = "\u2118\u212e\u309b\u309c\u1885\u1886"
_OTHER_PART = "\u00b7\u0387\u1369\u136a\u136b\u136c\u136d\u136e\u136f\u1370\u1371\u19da\u30fb\uff65\u200c\u200d"
# What Unicode 15 to 17 added to 14, which is what the oldest supported Python knows: ranges, in hexadecimal.
_NEWER_START = (
    "88f c5c cdc 1c89-1c8a a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 105c0-105f3 10940-10959 10d4a-10d65 10d6f-10d85 "
    "10ec2-10ec7 1123f-11240 11380-11389 1138b 1138e 11390-113b5 113b7 113d1 113d3 11bc0-11be0 11db0-11ddb 11f02 "
    "11f04-11f10 11f12-11f33 1342f 13441-13446 13460-143fa 16100-1611d 16d40-16d6c 16ea0-16eb8 16ebb-16ed3 "
    "16ff2-16ff6 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1b132 1b155 1df25-1df2a 1e030-1e06d 1e4d0-1e4eb "
    "1e5d0-1e5ed 1e5f0 1e6c0-1e6de 1e6e0-1e6e2 1e6e4-1e6e5 1e6e7-1e6ed 1e6f0-1e6f4 1e6fe-1e6ff 2b739-2b73f "
    "2cea2-2cead 2ebf0-2ee5d 31350-33479 "
)
_NEWER_PART = (
    "897 cf3 ece 1acf-1add 1ae0-1aeb 10d40-10d49 10d69-10d6d 10efa-10eff 11241 113b8-113c0 113c2 113c5 "
    "113c7-113ca 113cc-113d0 113d2 113e1-113e2 116d0-116e3 11b60-11b67 11bf0-11bf9 11de0-11de9 11f00-11f01 11f03 "
    "11f34-11f3a 11f3e-11f42 11f50-11f5a 13440 13447-13455 1611e-16139 16d70-16d79 1ccf0-1ccf9 1e08f 1e4ec-1e4f9 "
    "1e5ee-1e5ef 1e5f1-1e5fa 1e6e3 1e6e6 1e6ee-1e6ef 1e6f5 "
)
_START = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_PART = _START | {"Mn", "Mc", "Nd", "Pc"}


@cache
def _ranges(text: str) -> frozenset[int]:
    """The code points in ranges like `2ebf0-2ee5d`."""
    points: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


@cache
def _identifier_bits() -> tuple[list[int], list[int], list[int]]:
    """Block numbers for starting characters, for continuing ones, and the blocks' words of 32 bits."""
    blocks: dict[tuple[int, ...], int] = {}
    numbers: tuple[list[int], list[int]] = ([], [])
    for base in range(0, sys.maxunicode + 1, 256):
        characters = [chr(base + place) for place in range(256)]
        categories = [unicodedata.category(character) for character in characters]
        for which, (allowed, others) in enumerate(((_START, _OTHER_START), (_PART, _OTHER_START + _OTHER_PART))):
            words = [0] * 8
            for place, category in enumerate(categories):
                newer = base + place in _ranges(_NEWER_START) or (which == 1 and base + place in _ranges(_NEWER_PART))
                # U+2E2F is a letter but syntax of patterns, which ID_Start leaves out.
                if (newer or category in allowed or characters[place] in others) and characters[place] != "\u2e2f":
                    words[place >> 5] |= 1 << (place & 31)
            numbers[which].append(blocks.setdefault(tuple(words), len(blocks)))
    return numbers[0], numbers[1], [word for words in blocks for word in words]


def _part_of(which: int) -> Callable[[], list[int]]:
    return lambda: _identifier_bits()[which]


constant("lex_id_start", "uint8", _part_of(0))
constant("lex_id_part", "uint8", _part_of(1))
constant("lex_id_bits", "uint32", _part_of(2))
