"""From the spelling of names, strings, templates and numbers to their values."""
from __future__ import annotations

import re

_NAME_ESCAPE = re.compile(r"\\u(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]+)\}|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<zero>0(?![0-9]))|(?P<newline>\r\n|[\n\r\u2028\u2029])|(?P<other>(?s:.)))"
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "v": "\v", "f": "\f"}
_LARGEST = 0x10FFFF


class EscapeError(Exception):
    """A bad escape: the message, and where in the text it begins."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


def _join(match: re.Match[str]) -> str:
    pair = match.group()
    return chr(0x10000 + ((ord(pair[0]) - 0xD800) << 10) + (ord(pair[1]) - 0xDC00))


def join_surrogates(text: str) -> str:
    """A pair of surrogates is one code point, a lone one stays."""
    return _SURROGATE_PAIR.sub(_join, text)


def cook_name(text: str) -> str:
    return _NAME_ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)


def _unescape(match: re.Match[str]) -> str:
    kind = match.lastgroup
    value = match[kind or "other"]
    if kind == "newline":
        return ""
    if kind == "zero":
        return "\0"
    if kind == "other":
        if value in "0123456789":
            message = ("\\8 and \\9 are not allowed in strict mode." if value in "89"
                       else "Octal escape sequences are not allowed in strict mode.")
            raise EscapeError(message, match.start())
        if value == "x":
            raise EscapeError("Invalid hexadecimal escape sequence", match.start())
        if value == "u":
            raise EscapeError("Invalid Unicode escape sequence", match.start())
        return _SIMPLE.get(value, value)
    code = int(value, 16)
    if code > _LARGEST:
        raise EscapeError("Undefined Unicode code-point", match.start())
    return chr(code)


def cook(text: str) -> str:
    """The value of the inside of a string or template that has escapes. Raises EscapeError."""
    return join_surrogates(_ESCAPE.sub(_unescape, text))


def number_value(text: str) -> float:
    """The value of a numeric literal that the lexer accepted."""
    if "_" in text:
        text = text.replace("_", "")
    prefix = text[:2].lower()
    if prefix in {"0x", "0o", "0b"}:
        return _whole(int(text, 0))
    return float(text)


def _whole(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def bigint_value(text: str) -> int:
    """The value of a BigInt literal, given without its `n`."""
    text = text.replace("_", "")
    if text[:2].lower() in {"0x", "0o", "0b"}:
        return int(text, 0)
    return _decimal(text)


_SAFE_DIGITS = 4000
"""Python refuses longer decimal numbers at once (sys.set_int_max_str_digits)."""


def _decimal(text: str) -> int:
    if len(text) <= _SAFE_DIGITS:
        return int(text)
    half = len(text) // 2
    high: int = _decimal(text[:half]) * 10 ** (len(text) - half)
    return high + _decimal(text[half:])
